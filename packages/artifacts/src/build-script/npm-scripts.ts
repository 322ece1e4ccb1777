import type { BuildScriptFacts } from '@shipworthy/model';
import { createScanner, findNodeAtLocation, type Node, parseTree, type SyntaxKind } from 'jsonc-parser';
import { bounded, type GrowingTarget } from './target.ts';

type Targets = BuildScriptFacts['targets'];

/** The scripts of a `package.json`; undefined when it has none. What makes the file unreadable is said by its manifest. */
export function readNpmScripts(text: string): Pick<BuildScriptFacts, 'targets' | 'includes'> | undefined {
  if (!text.includes(KEY)) return undefined;
  const targets = plainTargets(text) ?? targetsInTree(text);
  return targets.length > 0 ? { targets, includes: [] } : undefined;
}

const KEY = '"scripts"';

/** The words of the scanner that matter here; its enumeration has no values when types are stripped. */
const OPEN_BRACE = 1 satisfies SyntaxKind.OpenBraceToken;
const CLOSE_BRACE = 2 satisfies SyntaxKind.CloseBraceToken;
const COLON = 6 satisfies SyntaxKind.ColonToken;
const STRING = 10 satisfies SyntaxKind.StringLiteral;
const END = 17 satisfies SyntaxKind.EOF;

/**
 * The scripts behind the first key of that name, read token by token: most manifests hold much else, and no tree of that is
 * needed. Undefined where they are not the ones that the whole text has, or hold more than texts.
 */
function plainTargets(text: string): Targets | undefined {
  const names = namesIn(text);
  if (!names) return undefined;
  const scanner = createScanner(text, true);
  scanner.setPosition(text.indexOf(KEY) + KEY.length);
  if (scanner.scan() !== COLON || scanner.scan() !== OPEN_BRACE) return undefined;
  const targets: GrowingTarget[] = [];
  let isKey = true;
  for (let token = scanner.scan(); token !== CLOSE_BRACE; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === END) return undefined;
    if (token !== STRING) continue;
    const start = scanner.getTokenOffset();
    const at = [start + 1, start + scanner.getTokenLength() - 1] as const;
    if (isKey) targets.push({ name: scanner.getTokenValue(), at, commands: [], needs: [] });
    else targets.at(-1)?.commands.push({ text: scanner.getTokenValue(), at });
    isKey = !isKey;
  }
  const same = targets.length === names.length && targets.every(({ name }) => names.includes(name));
  return same ? targets.map(bounded) : undefined;
}

/** Names of the scripts of a text of JSON; undefined where it is none, or one of them is no text. */
function namesIn(text: string): readonly string[] | undefined {
  try {
    const { scripts }: { readonly scripts?: unknown } = JSON.parse(text);
    if (typeof scripts !== 'object' || scripts === null || Array.isArray(scripts)) return undefined;
    return Object.values(scripts).every((value) => typeof value === 'string') ? Object.keys(scripts) : undefined;
  } catch {
    return undefined;
  }
}

/** Of a text in quotes what stands between them. */
const inside = ({ offset, length }: Node) => [offset + 1, offset + length - 1] as const;

function targetsInTree(text: string): Targets {
  const root = parseTree(text);
  const scripts = root ? findNodeAtLocation(root, ['scripts']) : undefined;
  if (scripts?.type !== 'object') return [];
  return (scripts.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (typeof key?.value !== 'string') return [];
    const target = { name: key.value, at: inside(key) };
    return typeof value?.value === 'string'
      ? [{ ...target, commands: [{ text: value.value, at: inside(value) }] }]
      : [target];
  });
}
