import {
  ANY,
  isOne,
  literalExtension,
  literalStart,
  longestLiteral,
  matchesSegment,
  matchesTokens,
  type PatternToken,
  type SegmentToken,
} from './pattern.ts';

/** The files of a tree, prepared for asking many patterns. Answers are indexes into `paths`, ascending. */
export interface PathIndex {
  readonly paths: readonly string[];
  indexOf(path: string): number | undefined;
  matches(tokens: readonly PatternToken[]): readonly number[];
}

/** Paths below an anchored pattern's literal start that are simply looked at, rather than narrowed down further. */
const FEW = 500;

/**
 * Anchored patterns look at the paths below their literal start; others at the paths that hold their rarest literal
 * segment, extension or wildcard name. Only a pattern of nothing but `*` looks at every path.
 */
export function indexPaths(given: readonly string[]): PathIndex {
  const paths = [...given].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const everything = once(() => paths.map((_, index) => index));
  const names = once(() => indexNames(paths));
  // Most patterns name a folder: of few paths the segments are ever asked for.
  const split = new Map<number, readonly string[]>();
  const segmentsOf = (index: number): readonly string[] => {
    const segments = split.get(index) ?? paths[index]?.split('/') ?? [];
    split.set(index, segments);
    return segments;
  };

  const narrowed = (tokens: readonly PatternToken[]): readonly number[] => {
    const start = anchoredStart(tokens);
    const below = start === '' ? undefined : range(paths, start);
    if (below && below.length <= FEW) return below;
    return rarest(tokens, names(), below ?? everything());
  };

  return {
    paths,
    indexOf(path) {
      const at = lowerBound(paths, path);
      return paths[at] === path ? at : undefined;
    },
    matches(tokens) {
      // `*` and `**`, the most common patterns of all.
      if (tokens[0] === ANY && isOne(tokens[1]) && tokens.slice(2).every((token) => token === ANY)) return everything();
      const folder = plainFolder(tokens);
      if (folder !== undefined) return folderFiles(paths, folder.path, folder.itself);
      return narrowed(tokens).filter((index) => matchesTokens(tokens, segmentsOf(index)));
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** `/a/b/` and `/a/b`: literal segments and everything below them; `itself` if a file of that name counts too. */
function plainFolder(tokens: readonly PatternToken[]): { readonly path: string; readonly itself: boolean } | undefined {
  const literal: string[] = [];
  for (const token of tokens) {
    if (typeof token !== 'string') break;
    literal.push(token);
  }
  const rest = tokens.slice(literal.length);
  if (literal.length === 0 || rest.at(-1) !== ANY) return undefined;
  if (rest.length === 1) return { path: literal.join('/'), itself: true };
  return rest.length === 2 && isOne(rest[0]) ? { path: literal.join('/'), itself: false } : undefined;
}

function folderFiles(paths: readonly string[], folder: string, itself: boolean): readonly number[] {
  const below = range(paths, `${folder}/`);
  const at = lowerBound(paths, folder);
  return itself && paths[at] === folder ? [at, ...below] : below;
}

/** The text that every match starts with: whole literal segments, then the literal start of the next one. */
function anchoredStart(tokens: readonly PatternToken[]): string {
  let start = '';
  for (const [index, token] of tokens.entries()) {
    if (token === ANY) break;
    start += literalStart(token);
    if (typeof token !== 'string') break;
    // A file of that name ends here; more segments follow only after a slash.
    const next = tokens[index + 1];
    if (next === undefined || next === ANY) break;
    start += '/';
  }
  return start;
}

interface Names {
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byExtension: ReadonlyMap<string, readonly number[]>;
}

function indexNames(paths: readonly string[]): Names {
  const byName = new Map<string, number[]>();
  const byExtension = new Map<string, number[]>();
  const note = (map: Map<string, number[]>, key: string, index: number) => {
    const known = map.get(key);
    if (!known) map.set(key, [index]);
    else if (known[known.length - 1] !== index) known.push(index);
  };
  for (const [index, path] of paths.entries())
    for (const segment of path.split('/')) {
      note(byName, segment, index);
      const dot = segment.lastIndexOf('.');
      if (dot >= 0) note(byExtension, segment.slice(dot), index);
    }
  return { byName, byExtension };
}

/** The fewest paths that one of the tokens leaves; `all` when none narrows. */
function rarest(tokens: readonly PatternToken[], names: Names, all: readonly number[]): readonly number[] {
  let best = all;
  for (const token of tokens) {
    if (token === ANY || isOne(token)) continue;
    const extension = literalExtension(token);
    const found =
      typeof token === 'string'
        ? (names.byName.get(token) ?? [])
        : extension === undefined
          ? pathsNamedLike(token, names)
          : (names.byExtension.get(extension) ?? []);
    if (found.length < best.length) best = found;
  }
  return best;
}

/** The paths with a segment that a wildcard matches; each different name of the tree is looked at once. */
function pathsNamedLike(token: SegmentToken, names: Names): readonly number[] {
  const part = longestLiteral(token);
  const found = new Set<number>();
  for (const [name, paths] of names.byName)
    if (name.includes(part) && matchesSegment(token, name)) for (const path of paths) found.add(path);
  return [...found].sort((a, b) => a - b);
}

/** Indexes of the paths that start with `start`: they stand together in code unit order. */
function range(paths: readonly string[], start: string): number[] {
  const found: number[] = [];
  for (let index = lowerBound(paths, start); paths[index]?.startsWith(start); index++) found.push(index);
  return found;
}

/** The first index whose path is not before `wanted`. */
function lowerBound(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
