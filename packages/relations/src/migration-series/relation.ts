import {
  type Artifact,
  artifactsOf,
  type Place,
  type RelationContext,
  type RelationModule,
  type SeriesStanding,
  type SqlDialect,
  type Tree,
} from '@shipworthy/model';
import { alembicChain, type Chain, placeOfVersion } from './alembic-chain.ts';
import { type AppGraph, appGraph } from './django-graph.ts';
import { isLoadedPart } from './loaded-parts.ts';
import { BY_PARENTS, claimOf, lastVersion } from './version-order.ts';

type Migration = Artifact<'migration'>;

/** How a migration stands in its series: versions that clash, links that lead nowhere, ends that nobody joined. */
export const migrationSeries: RelationModule<'migration -> series'> = {
  name: 'migration -> series',
  graph: {
    from: 'migration',
    edges: ({ sharing, ends, missing }) => [
      ...sharing.map((place) => ({ to: { place }, state: 'resolved' as const, how: 'claims the same version' })),
      ...ends.map((place) => ({ to: { place }, state: 'resolved' as const, how: 'is another end of the series' })),
      ...missing.map(({ version, at }) => ({
        to: { type: 'missing' as const, name: version },
        state: 'dangling' as const,
        how: 'follows what is not here',
        at,
      })),
    ],
  },
  build(context: RelationContext) {
    let known: Index | undefined;
    return ({ artifact }) => {
      known ??= indexOf(context);
      return standing(artifact, known, context);
    };
  },
};

interface Index {
  readonly series: ReadonlyMap<string, readonly Migration[]>;
  readonly claims: ReadonlyMap<string, readonly Migration[]>;
  readonly chain: Chain;
  /** Computed for the first migration of each. */
  readonly graphs: Map<string, AppGraph>;
  readonly unseen: Map<string, boolean>;
  readonly last: Map<string, string | undefined>;
  readonly dialects: Map<string, SqlDialect | undefined>;
  /** Files that could not be read may be what others follow. */
  readonly unread: ReadonlySet<string>;
}

const keyOf = ({ facts }: Migration): string => `${facts.tool}\n${facts.series}`;

function indexOf({ inventory }: RelationContext): Index {
  const all = artifactsOf(inventory, 'migration');
  const unread = inventory.files.flatMap(({ path, problems }) => (problems.length > 0 ? path : []));
  return {
    series: grouped(all, keyOf),
    claims: grouped(all, claimOf),
    chain: alembicChain(all.filter(({ facts }) => facts.tool === 'alembic')),
    graphs: new Map(),
    unseen: new Map(),
    last: new Map(),
    dialects: new Map(),
    unread: new Set(unread.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))),
  };
}

function standing(migration: Migration, index: Index, context: RelationContext): SeriesStanding {
  const { tree } = context;
  const { facts, path } = migration;
  const isPart = isLoadedPart(context);
  const key = keyOf(migration);
  const members = index.series.get(key) ?? [migration];
  const claim = isPart(path) ? undefined : claimOf(migration);
  const sharing = (claim === undefined ? [] : (index.claims.get(claim) ?? [])).filter(
    (other) => other !== migration && !isPart(other.path),
  );
  const chain =
    facts.tool === 'alembic' ? index.chain : facts.tool === 'django' ? graphOf(key, members, index) : undefined;
  const missing = chain?.missing(migration) ?? [];
  const latest = latestOf(migration, key, members, chain, index);
  const dialect = facts.dialect ?? dialectOf(key, members, index);
  const unknown = index.unread.has(facts.series)
    ? 'a file of the series could not be read'
    : missing.some(({ version }) => hasUnrecognized(tree, facts.series, version))
      ? 'it follows a file here that does not show its version'
      : facts.tool === 'django' && leadsPastUnseen(key, members, index, tree)
        ? 'one of the series follows a file here whose own place was not read'
        : facts.tool === 'alembic' && facts.parents === undefined
          ? 'what it follows is computed'
          : undefined;
  const partner = facts.partner;
  const partnerHere =
    partner === undefined
      ? undefined
      : tree.hasFile(partner) ||
        members.some(
          (other) => other.facts.version === facts.version && other.facts.holds !== facts.holds && other.path !== path,
        );
  return {
    members: members.length,
    ...(latest === undefined ? {} : { latest }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(partnerHere === undefined ? {} : { partner: partnerHere ? ('here' as const) : ('missing' as const) }),
    ...(partner !== undefined && tree.hasFile(partner) ? { partnerAt: { path: partner } } : {}),
    sharing: sharing.map((other): Place => placeOfVersion(other)),
    missing,
    ends: chain?.otherEnds(migration) ?? [],
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function graphOf(key: string, members: readonly Migration[], { graphs }: Index): AppGraph {
  const known = graphs.get(key) ?? appGraph(members);
  graphs.set(key, known);
  return known;
}

/** An unnumbered migration may be what joins two ends: where one is followed but was not read, no end is sure. */
function leadsPastUnseen(key: string, members: readonly Migration[], index: Index, tree: Tree): boolean {
  const known = index.unseen.get(key);
  if (known !== undefined) return known;
  const graph = graphOf(key, members, index);
  const found = members.some((one) =>
    graph.missing(one).some(({ version }) => hasUnrecognized(tree, one.facts.series, version)),
  );
  index.unseen.set(key, found);
  return found;
}

function latestOf(
  migration: Migration,
  key: string,
  members: readonly Migration[],
  chain: Pick<Chain, 'isEnd'> | undefined,
  { last }: Index,
): boolean | undefined {
  if (BY_PARENTS.has(migration.facts.tool)) return chain?.isEnd(migration);
  if (!last.has(key)) last.set(key, lastVersion(members));
  const version = last.get(key);
  return version === undefined ? undefined : migration.facts.version === version;
}

/** What most of the files that show a database show; with a tie it is not known. */
function dialectOf(key: string, members: readonly Migration[], { dialects }: Index): SqlDialect | undefined {
  if (dialects.has(key)) return dialects.get(key);
  const counts = new Map<SqlDialect, number>();
  for (const { facts } of members) if (facts.dialect) counts.set(facts.dialect, (counts.get(facts.dialect) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const found = first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
  dialects.set(key, found);
  return found;
}

const hasUnrecognized = (tree: Tree, series: string, version: string): boolean =>
  tree.paths.some((path) => path.startsWith(`${series}/`) && path.includes(version) && path.endsWith('.py'));

function grouped(all: readonly Migration[], keyFor: (one: Migration) => string | undefined): Map<string, Migration[]> {
  const groups = new Map<string, Migration[]>();
  for (const one of all) {
    const key = keyFor(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
