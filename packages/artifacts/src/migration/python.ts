import type { Span } from '@shipworthy/model';
import type { CodeToken } from '../formats/code/tokens.ts';

/** A function at the left margin of a module. */
export interface PythonFunction {
  readonly name: string;
  /** Its head, up to the colon. */
  readonly at: Span;
  /** The tokens of its body. */
  readonly body: readonly CodeToken[];
}

const atMargin = (text: string, { at }: CodeToken): boolean => at[0] === 0 || text.charAt(at[0] - 1) === '\n';

/** The functions of a module by name, and the tokens outside of all functions. */
export function pythonFunctions(text: string, tokens: readonly CodeToken[]): Map<string, PythonFunction> {
  const found = new Map<string, PythonFunction>();
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const name = tokens[index + 1];
    if (token?.text !== 'def' || name?.kind !== 'name' || !atMargin(text, token)) continue;
    const head = headEnd(tokens, index + 2);
    let end = head;
    for (let depth = 0; end < tokens.length; end += 1) {
      const next = tokens[end];
      if (!next) break;
      if (depth <= 0 && next.kind !== 'string' && atMargin(text, next)) break;
      if (next.kind === 'sign') depth += '([{'.includes(next.text) ? 1 : ')]}'.includes(next.text) ? -1 : 0;
    }
    const at: Span = [token.at[0], tokens[head - 1]?.at[1] ?? name.at[1]];
    found.set(name.text, { name: name.text, at, body: tokens.slice(head, end) });
    index = end - 1;
  }
  return found;
}

/** Behind the colon that ends the head of a function. */
function headEnd(tokens: readonly CodeToken[], from: number): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? {};
    if (kind !== 'sign') continue;
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') depth -= 1;
    else if (text === ':' && depth === 0) return index + 1;
  }
  return tokens.length;
}

const NOTHING = new Set(['pass', 'return', 'None', '.', '...']);

/** Whether a body does nothing: `pass`, a docstring, `return`. */
export const isEmptyBody = (body: readonly CodeToken[]): boolean =>
  body.every(({ kind, text }) => kind === 'string' || NOTHING.has(text));

/** Strings that the module gives a name, outside of all functions. */
export function namedStrings(tokens: readonly CodeToken[]): Map<string, readonly CodeToken[]> {
  const found = new Map<string, readonly CodeToken[]>();
  tokens.forEach((name, index) => {
    if (name.kind !== 'name' || tokens[index + 1]?.text !== '=') return;
    let next = index + 2;
    while (tokens[next]?.text === '(') next += 1;
    const strings: CodeToken[] = [];
    for (let token = tokens[next]; token?.kind === 'string'; next += 1, token = tokens[next]) strings.push(token);
    if (strings.length > 0) found.set(name.text, strings);
  });
  return found;
}
