import type { KindModule, Sampling } from '@shipworthy/artifacts';
import type { FileChoices, Inventory, PathClass, SourceEntry } from '@shipworthy/model';
import { allowedIn } from './path-index.ts';

/** What is read for the kinds of which only some files are. */
export interface SampledPaths {
  /** The kinds for which the file is read. */
  kindsOf(path: string): readonly KindModule[];
  /** The kinds that the file looks like and for which it is not read. */
  leftFor(path: string): readonly KindModule[];
  /** How many are left, for the inventory; empty when none is. */
  readonly left: NonNullable<Inventory['sampled']>;
}

/** Chooses by the paths of the tree and the configuration alone. */
export function samplePaths(
  entries: readonly SourceEntry[],
  kinds: readonly KindModule[],
  classOf: (path: string) => PathClass,
  choices?: FileChoices,
): SampledPaths {
  const groups = new Map<Sampling, KindModule[]>();
  for (const kind of kinds) {
    if (!kind.sample) continue;
    const group = groups.get(kind.sample);
    if (group) group.push(kind);
    else groups.set(kind.sample, [kind]);
  }
  const read = new Map<string, KindModule[]>();
  const left = new Map<string, KindModule[]>();
  const counts: { kinds: KindModule['kind'][]; read: number; left: number }[] = [];
  for (const [sampling, group] of groups) {
    const suits = sampling.suits();
    const allows = new Map<PathClass, boolean>();
    const isAllowed = (pathClass: PathClass): boolean => {
      const known = allows.get(pathClass);
      if (known !== undefined) return known;
      const allowed = allowedIn(group, pathClass).length > 0;
      allows.set(pathClass, allowed);
      return allowed;
    };
    const possible = entries.filter(
      ({ type, path }) =>
        type === 'file' &&
        isAllowed(choices?.classOf(path) ?? classOf(path)) &&
        suits(path) &&
        choices?.ignores(path) !== true,
    );
    const picked = sampling.pick(possible.map(({ path }) => path));
    for (const path of picked.read) add(read, path, group);
    for (const path of picked.left) add(left, path, group);
    if (picked.left.length > 0)
      counts.push({ kinds: group.map(({ kind }) => kind), read: picked.read.length, left: picked.left.length });
  }
  return { kindsOf: (path) => read.get(path) ?? NONE, leftFor: (path) => left.get(path) ?? NONE, left: counts };
}

const NONE: readonly KindModule[] = [];

function add(map: Map<string, KindModule[]>, path: string, kinds: readonly KindModule[]): void {
  const known = map.get(path);
  if (known) known.push(...kinds);
  else map.set(path, [...kinds]);
}
