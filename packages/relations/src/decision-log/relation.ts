import {
  artifactsOf,
  type DocumentFacts,
  type LogStanding,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { followLink } from '../pages/resolve-target.ts';
import { gather, type Record } from '../records/record-index.ts';

interface Log {
  readonly records: Record[];
  withStatus: number;
  /** By prefix of the number, the place in the order that comes first among records with a status. */
  readonly firstWithStatus: Map<string, string>;
}

/** Names in the order of their numbers and dates. */
const { compare } = new Intl.Collator('en', { numeric: true });
/** How pages that lie beside a record, and belong to it, end its name. */
const NOTES =
  /^(.+?)[-_.](?:(?:implementation|design|technical|review|meeting)[-_])?(?:notes?|appendi(?:x|ces)|annex|addendum|details|faq|background|research|examples|diagrams)$/i;

/** A page that links to so many of the records beside it means to list them all. */
const LISTS_SHARE = 0.8;
const MIN_LISTED = 4;

/** What the log shows of a record: whether others share its number, say a status, and whether the index lists it. */
export const decisionLog: RelationModule<'decision-record -> log'> = {
  name: 'decision-record -> log',
  build(context) {
    const { logs, sharing, listings, paths } = standings(context);
    return ({ path, facts }) => {
      const notesOn = recordBeside(path, paths);
      const log = logs.get(facts.log);
      const shared = facts.number && sharing.get(`${facts.series} ${facts.number.key}`);
      const listing = listings.get(facts.series);
      return {
        records: log?.records.length ?? 1,
        withStatus: log?.withStatus ?? 0,
        ...(log && predatesStatus({ path, facts }, log) ? { predatesStatus: true } : {}),
        ...(notesOn === undefined ? {} : { notesOn: { path: notesOn } }),
        ...(shared && shared.length > 1 ? { sharing: shared } : {}),
        ...(listing ? { index: { at: { path: listing.path }, lists: listing.lists.has(path) } } : {}),
      } satisfies LogStanding;
    };
  },
};

const standings = oncePerContext((context: RelationContext) => {
  const logs = new Map<string, Log>();
  const sharing = new Map<string, string[]>();
  const series = new Map<string, Record[]>();
  const paths = new Set<string>();
  for (const record of artifactsOf(context.own, 'decision-record')) {
    const { log, number, status } = record.facts;
    const known: Log = logs.get(log) ?? { records: [], withStatus: 0, firstWithStatus: new Map() };
    logs.set(log, known);
    known.records.push(record);
    paths.add(record.path);
    if (status) {
      known.withStatus += 1;
      const { prefix, place } = orderOf(record) ?? {};
      if (prefix !== undefined && place !== undefined) {
        const first = known.firstWithStatus.get(prefix);
        if (first === undefined || compare(place, first) < 0) known.firstWithStatus.set(prefix, place);
      }
    }
    if (number) gather(sharing, `${record.facts.series} ${number.key}`, record.path);
    gather(series, record.facts.series, record);
  }
  return { logs, sharing, listings: listingsOf(context, series), paths };
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The log began to say statuses later: only numbers and dates tell, and numbers of one prefix. */
function predatesStatus(record: Pick<Record, 'path' | 'facts'>, { firstWithStatus }: Log): boolean {
  const order = record.facts.status === undefined ? orderOf(record) : undefined;
  const first = order && firstWithStatus.get(order.prefix);
  return order !== undefined && first !== undefined && compare(order.place, first) < 0;
}

/** Where a record stands in its log: by its number (`adr-001-a.md`, `0001-a.md`), else by a date its name begins with. */
function orderOf({ path, facts }: Pick<Record, 'path' | 'facts'>) {
  if (facts.number) return { prefix: facts.number.key.replace(/\d+$/, ''), place: facts.number.key };
  const name = nameOf(path);
  return /^\d/.test(name) ? { prefix: 'date', place: name } : undefined;
}

function recordBeside(path: string, records: ReadonlySet<string>): string | undefined {
  const dot = path.lastIndexOf('.');
  const [, stem] = NOTES.exec(path.slice(0, dot)) ?? [];
  const beside = stem === undefined ? undefined : stem + path.slice(dot);
  return beside !== undefined && records.has(beside) ? beside : undefined;
}

interface Listing {
  readonly path: string;
  readonly lists: ReadonlySet<string>;
}

/** The page in each folder of records that links to nearly all of them. */
function listingsOf(context: RelationContext, series: ReadonlyMap<string, readonly Record[]>): Map<string, Listing> {
  const follow = followLink(context);
  const found = new Map<string, Listing>();
  for (const { path, facts } of artifactsOf(context.own, 'document')) {
    const records = series.get(folderOf(path));
    if (!records || records.length < MIN_LISTED || facts.links.length < MIN_LISTED - 1) continue;
    const lists = targetsOf(path, facts, follow);
    const listed = records.filter((record) => lists.has(record.path) || lists.has(folderOf(record.path))).length;
    const own = records.some((record) => record.path === path);
    if (own || listed < MIN_LISTED - 1 || listed < records.length * LISTS_SHARE) continue;
    found.set(folderOf(path), { path, lists });
  }
  return found;
}

function targetsOf(path: string, page: DocumentFacts, follow: ReturnType<typeof followLink>): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { target, at, form } of page.links) {
    const link = follow({ target, at: { path, span: at }, form });
    if (link?.state === 'resolved') targets.add(link.to.path);
  }
  return targets;
}
