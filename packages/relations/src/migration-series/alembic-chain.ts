import type { Artifact, Place } from '@shipworthy/model';

type Migration = Artifact<'migration'>;

/** What the revisions of all folders of Alembic show of one of them. */
export interface Chain {
  /** Revisions that it follows and nobody is. */
  missing(revision: Migration): readonly { readonly version: string; readonly at: Place }[];
  /** No revision follows it. */
  isEnd(revision: Migration): boolean;
  /** The other ends of its folder, where it is one and no label on the way to either says that several are meant. */
  otherEnds(revision: Migration): readonly Place[];
}

/** Revisions of one folder stand in one chain; another folder may hold what they follow, or what follows them. */
export function alembicChain(revisions: readonly Migration[]): Chain {
  const byVersion = new Map<string, Migration[]>();
  const followed = new Set<string>();
  const bySeries = new Map<string, Migration[]>();
  for (const revision of revisions) {
    const { version, parents, series } = revision.facts;
    if (version !== undefined) push(byVersion, version, revision);
    push(bySeries, series, revision);
    for (const parent of parents ?? []) followed.add(parent.version);
  }
  // Partial revisions and symbolic names (`head`, `-1`, `branch@head`) are as good as the full ones.
  const isKnown = (name: string): boolean =>
    byVersion.has(name) ||
    /[@+]|^head$|^-\d/.test(name) ||
    [...byVersion.keys()].some((known) => known.startsWith(name));
  const isEnd = ({ facts: { version } }: Migration): boolean => version !== undefined && !followed.has(version);
  const labelled = new Map<Migration, boolean>();
  const isLabelled = (revision: Migration): boolean => {
    const known = labelled.get(revision);
    if (known !== undefined) return known;
    let found = false;
    const seen = new Set<string>();
    const waiting: Migration[] = [revision];
    for (let next = waiting.pop(); next && !found; next = waiting.pop()) {
      found = (next.facts.branches?.length ?? 0) > 0;
      for (const { version } of next.facts.parents ?? []) {
        if (seen.has(version)) continue;
        seen.add(version);
        waiting.push(...(byVersion.get(version) ?? []));
      }
    }
    labelled.set(revision, found);
    return found;
  };
  const ends = new Map<string, Migration[]>();
  const endsOf = (series: string): readonly Migration[] => {
    const known = ends.get(series) ?? (bySeries.get(series) ?? []).filter(isEnd);
    ends.set(series, known);
    return known;
  };
  return {
    missing: ({ path, facts }) =>
      (facts.parents ?? [])
        .filter(({ version }) => !isKnown(version))
        .map(({ version, at }) => ({ version, at: { path, span: at } })),
    isEnd,
    otherEnds(revision) {
      const all = endsOf(revision.facts.series);
      if (!isEnd(revision) || all.length < 2 || isLabelled(revision)) return [];
      return all.filter((other) => other !== revision && !isLabelled(other)).map(placeOfVersion);
    },
  };
}

export const placeOfVersion = ({ path, facts: { versionAt } }: Migration): Place => ({
  path,
  ...(versionAt ? { span: versionAt } : {}),
});

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
