import type { Artifact, Place } from '@shipworthy/model';

type Migration = Artifact<'migration'>;

/** What the migrations of one app of Django show of one of them. */
export interface AppGraph {
  missing(migration: Migration): readonly { readonly version: string; readonly at: Place }[];
  isEnd(migration: Migration): boolean;
  otherEnds(migration: Migration): readonly Place[];
}

const NOTHING: AppGraph = { missing: () => [], isEnd: () => false, otherEnds: () => [] };
/** Names by which Django means whatever is first or last. */
const SYMBOLIC = /^__(?:first|latest)__$/;

/** Names are compared within the app: what others are called cannot be told from here. */
export function appGraph(migrations: readonly Migration[]): AppGraph {
  const label = labelOf(migrations);
  if (label === undefined) return migrations.length === 1 ? { ...NOTHING, isEnd: () => true } : NOTHING;
  const prefix = `${label}.`;
  const names = new Set(migrations.flatMap(({ facts: { version } }) => version ?? []));
  /** A squashed migration stands for those that it replaces. */
  const standsFor = new Map<string, string>();
  for (const { facts } of migrations)
    for (const replaced of facts.replaces ?? [])
      if (replaced.startsWith(prefix) && facts.version !== undefined)
        standsFor.set(replaced.slice(prefix.length), facts.version);
  const actual = (name: string): string => {
    let current = name;
    // A squashed migration may be squashed again.
    for (let hops = 0; hops < migrations.length; hops += 1) {
      const next = standsFor.get(current);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  };
  const own = (migration: Migration) =>
    (migration.facts.parents ?? []).flatMap(({ version, at }) => {
      const name = version.startsWith(prefix) ? version.slice(prefix.length) : undefined;
      return name === undefined || SYMBOLIC.test(name) ? [] : [{ name, at }];
    });
  const followed = new Set(
    migrations.flatMap((migration) =>
      own(migration)
        .map(({ name }) => actual(name))
        // Within one squashed migration those that it replaces follow each other.
        .filter((name) => name !== actual(migration.facts.version ?? '')),
    ),
  );
  const isEnd = ({ facts: { version } }: Migration): boolean =>
    version !== undefined && !standsFor.has(version) && !followed.has(version);
  const ends = migrations.filter(isEnd);
  return {
    missing: (migration) =>
      own(migration)
        .filter(({ name }) => !names.has(name) && !standsFor.has(name))
        .map(({ name, at }) => ({ version: name, at: { path: migration.path, span: at } })),
    isEnd,
    otherEnds: (migration) =>
      isEnd(migration) ? ends.filter((other) => other !== migration).map(({ path }) => ({ path })) : [],
  };
}

/** The label of the app: that of the folder above, or the one by which the migrations name each other. */
function labelOf(migrations: readonly Migration[]): string | undefined {
  const names = new Set(migrations.flatMap(({ facts: { version } }) => version ?? []));
  const folder = migrations[0]?.facts.series.split('/').at(-2);
  const uses = new Map<string, number>();
  for (const { facts } of migrations)
    for (const { version } of facts.parents ?? []) {
      const dot = version.indexOf('.');
      const label = version.slice(0, dot);
      if (names.has(version.slice(dot + 1)))
        uses.set(label, (uses.get(label) ?? 0) + (label === folder ? names.size : 1));
    }
  return [...uses].sort((a, b) => b[1] - a[1])[0]?.[0];
}
