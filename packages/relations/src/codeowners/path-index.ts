import { ANY, isOne, literalExtension, literalStart, matchesTokens, type PatternToken } from './pattern.ts';

/** The files of a tree, prepared for asking many patterns. Answers are indexes into `paths`, ascending. */
export interface PathIndex {
  readonly paths: readonly string[];
  indexOf(path: string): number | undefined;
  matches(tokens: readonly PatternToken[]): readonly number[];
}

/**
 * Anchored patterns look at the paths below their literal start; others at the paths that hold their rarest literal
 * segment or extension. Only a pattern without any literal looks at every path.
 */
export function indexPaths(given: readonly string[]): PathIndex {
  const paths = [...given].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let all: readonly number[] | undefined;
  let segments: Index | undefined;
  const everything = () => {
    all ??= paths.map((_, index) => index);
    return all;
  };
  const bySegment = () => {
    segments ??= indexSegments(paths);
    return segments;
  };

  const candidates = (tokens: readonly PatternToken[]): readonly number[] => {
    const start = anchoredStart(tokens);
    if (start !== '') return range(paths, start);
    let best: readonly number[] | undefined;
    for (const token of tokens) {
      if (token === ANY) continue;
      const extension = typeof token === 'string' ? undefined : literalExtension(token);
      if (typeof token !== 'string' && extension === undefined) continue;
      const found =
        (typeof token === 'string' ? bySegment().names.get(token) : bySegment().extensions.get(extension ?? '')) ?? [];
      if (!best || found.length < best.length) best = found;
    }
    return best ?? everything();
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
      return candidates(tokens).filter((index) => matchesTokens(tokens, (paths[index] ?? '').split('/')));
    },
  };
}

/** The text that every match starts with: whole literal segments, then the literal start of the next one. */
function anchoredStart(tokens: readonly PatternToken[]): string {
  let start = '';
  for (const [index, token] of tokens.entries()) {
    if (token === ANY) break;
    const literal = literalStart(token);
    start += literal;
    if (typeof token !== 'string') break;
    // A file of that name ends here; more segments follow only after a slash.
    const next: PatternToken | undefined = tokens[index + 1];
    if (next === undefined || next === ANY) break;
    start += '/';
  }
  return start;
}

interface Index {
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly extensions: ReadonlyMap<string, readonly number[]>;
}

function indexSegments(paths: readonly string[]): Index {
  const names = new Map<string, number[]>();
  const extensions = new Map<string, number[]>();
  const note = (map: Map<string, number[]>, key: string, index: number) => {
    const known = map.get(key);
    if (!known) map.set(key, [index]);
    else if (known[known.length - 1] !== index) known.push(index);
  };
  for (const [index, path] of paths.entries())
    for (const segment of path.split('/')) {
      note(names, segment, index);
      const dot = segment.lastIndexOf('.');
      if (dot >= 0) note(extensions, segment.slice(dot), index);
    }
  return { names, extensions };
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
