import type { Span } from '@shipworthy/model';
import type { CodeToken } from './tokens.ts';

/** A call with what it is given, each argument as the tokens it is written with. */
export interface Call {
  /** With its dots: `op.add_column`. */
  readonly name: string;
  readonly at: Span;
  readonly positional: readonly (readonly CodeToken[])[];
  readonly named: ReadonlyMap<string, readonly CodeToken[]>;
  /** Index of the token behind the closing parenthesis. */
  readonly next: number;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** The call whose name stands at `index`, with an opening parenthesis behind it; undefined where there is none. */
export function callAt(tokens: readonly CodeToken[], index: number): Call | undefined {
  const name = tokens[index];
  if (name?.kind !== 'name' || !isSign(tokens[index + 1], '(')) return undefined;
  const { parts, next } = argumentsFrom(tokens, index + 2);
  return { name: name.text, at: [name.at[0], tokens[next - 1]?.at[1] ?? name.at[1]], ...sorted(parts), next };
}

/** Arguments from behind an opening bracket to behind the closing one. */
export function argumentsFrom(
  tokens: readonly CodeToken[],
  from: number,
): { readonly parts: readonly (readonly CodeToken[])[]; readonly next: number } {
  const parts: CodeToken[][] = [[]];
  let depth = 0;
  let next = from;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (!token) break;
    if (token.kind === 'sign' && CLOSING.has(token.text)) {
      depth -= 1;
      if (depth < 0) {
        next += 1;
        break;
      }
    } else if (token.kind === 'sign' && OPENING.has(token.text)) depth += 1;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return { parts: parts.filter((part) => part.length > 0), next };
}

/** Tells `a=1` and `a: 1` from arguments that go by their place. */
export function sorted(parts: readonly (readonly CodeToken[])[]): Pick<Call, 'positional' | 'named'> {
  const positional: (readonly CodeToken[])[] = [];
  const named = new Map<string, readonly CodeToken[]>();
  for (const part of parts) {
    const [name, sign] = part;
    if (name?.kind === 'name' && (isSign(sign, '=') || isSign(sign, ':'))) named.set(name.text, part.slice(2));
    else if (name?.kind === 'name' && name.text.startsWith(':') && isSign(sign, '=>'))
      named.set(name.text.slice(1), part.slice(2));
    else positional.push(part);
  }
  return { positional, named };
}

export const isSign = (token: CodeToken | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text;

/** The text of an argument that is one plain string or symbol; undefined for anything computed. */
export function literal(part: readonly CodeToken[] | undefined): string | undefined {
  const [first, second] = part ?? [];
  if (!first || second) return undefined;
  if (first.kind === 'string') return first.text;
  return first.kind === 'name' && first.text.startsWith(':') ? first.text.slice(1) : undefined;
}

/** Whether an argument is the one word. */
export const isWord = (part: readonly CodeToken[] | undefined, ...words: readonly string[]): boolean =>
  part?.length === 1 && part[0] !== undefined && words.includes(part[0].text);
