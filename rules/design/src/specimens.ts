import type { Artifact } from '@shipworthy/rule-kit';

/** The two sides of a comparison, by the end of a file's name: `media_type_base.yaml`, `media_type_revision.yaml`. */
const SIDE = /^(.*?)[-_.]?(base|revision)\.[^.]+$/i;
/** Fewer pairs may be two versions of a real interface. */
const MIN_PAIRS = 5;
/** Fewer than one description in so many on a side: the folder holds something else besides. */
const SHARE = 4;

type Description = Pick<Artifact<'openapi'>, 'path'>;

const known = new WeakMap<readonly Description[], ReadonlyMap<string, number>>();

const topOf = (path: string): string => path.slice(0, path.indexOf('/') + 1);

/**
 * How many pairs of a base and its revision lie in the folder of the root that holds a description, where they make up
 * much of it: what a tool that compares descriptions is tried on, invalid ones included. Undefined: it is none of these.
 */
export function specimenPairs(path: string, descriptions: readonly Description[]): number | undefined {
  const found = known.get(descriptions) ?? pairsByFolder(descriptions);
  known.set(descriptions, found);
  return found.get(topOf(path));
}

function pairsByFolder(descriptions: readonly Description[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const sides = new Map<string, Set<string>>();
  for (const { path } of descriptions) {
    all.set(topOf(path), (all.get(topOf(path)) ?? 0) + 1);
    const [, stem, side] = SIDE.exec(path) ?? [];
    if (stem === undefined || side === undefined) continue;
    const seen = sides.get(stem) ?? new Set<string>();
    seen.add(side.toLowerCase());
    sides.set(stem, seen);
  }
  const pairs = new Map<string, number>();
  for (const [stem, seen] of sides) if (seen.size === 2) pairs.set(topOf(stem), (pairs.get(topOf(stem)) ?? 0) + 1);
  return new Map(
    [...pairs].filter(
      ([folder, count]) => folder !== '' && count >= MIN_PAIRS && count * 2 * SHARE >= (all.get(folder) ?? 0),
    ),
  );
}
