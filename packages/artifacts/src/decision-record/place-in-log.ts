import type { RecordNumber } from '@shipworthy/model';

/** What a path says of a page's place among decision records. */
export interface PlaceInLog {
  /**
   * `log`: a folder of decisions. `proposals`: of proposals. `design`: of designs, which hold other pages too.
   * `named`: only the file's own name says so.
   */
  readonly strength: 'log' | 'proposals' | 'design' | 'named' | 'none';
  readonly log: string;
  readonly series: string;
  readonly number?: RecordNumber;
  /** The name begins with a date. */
  readonly dated: boolean;
  readonly statusFolder?: string;
  /** Folders between the log and the page, but for the one that tells the status. */
  readonly depth: number;
  /** A README or index that stands for the log or a part of it, not for one record. */
  readonly entrance: boolean;
}

const LOG =
  /^(?:adrs?|adl|(?:architectur(?:e|al)[-_ ]?|any[-_]|technical[-_])?decisions?(?:[-_ ]?(?:records?|logs?))?|architectur(?:e|al)[-_ ]?decision[-_ ]?(?:records?|logs?)|decision[-_]?register)$/i;
const PROPOSALS =
  /^(?:(?:(?:design|enhancement|feature|project|improvement)[-_]?)?proposals?|rfcs?|keps?|enhancements?|peps|jeps)$/i;
const DESIGN = /^(?:designs?|design[-_]?docs?|tech[-_]?designs?)$/i;
/** Part of every name above: most paths end here. */
const MAY_BE_ROOT = /ad[rl]|decision|propos|rfc|kep|enhancement|pep|jep|design/i;
const STATUS =
  'accepted|approved|agreed|adopted|done|completed?|implemented|final|rejected|declined|withdrawn|abandoned|proposed|drafts?|pending|in[-_]?progress|superseded|replaced|deprecated|archived?';
const STATUS_FOLDER = new RegExp(`^(?:${STATUS})$`, 'i');
const WITH_STATUS = new RegExp(`^(.+)[-_](${STATUS})$`, 'i');
/** A shelf of a folder of designs that none has been decided on yet. */
const UNDECIDED = /^open$/i;
/** An `rfc` needs a title: `rfc2136` is a standard of the Internet, and a page of that name is about it. */
const NAMED = /^adr[-_]?\d{1,5}(?:[-_. ]|$)|^rfc(?:[-_]\d{1,5}|\d{1,3})[-_. ]\w|[-_](?:adr|rfc|proposal)$/i;
const ENTRANCE = /^(?:readme|_?index|toc|contents?|summary|overview)$/i;
/** A date may follow the log's word: `ADR-2025-05-29-x`. */
const DATED = /^(?:[a-z]{2,8}[-_ ])?(?:19|20)\d\d[-_]?\d\d(?:[-_]?\d\d)?(?:[-_. ]|$)/i;
/** `0012-x`, `API-002-x`, `adr0007`; a word with one digit (`http2-…`) is none. */
const NUMBERED = /^(?:([a-z]{2,8})(?:[-_ ]|(?=\d\d)))?(\d{1,6})(?:[-_. ]|$)/i;

export function placeInLog(path: string): PlaceInLog {
  const segments = path.split('/');
  const fileStem = (segments.pop() ?? '').replace(/(?:\.html)?\.[a-z]+(?:\.erb)?$/i, '');
  const roots = MAY_BE_ROOT.test(path) ? segments.map(rootOf) : [];
  const depth = ['log', 'proposals', 'design'].reduce(
    (found, wanted) => (found >= 0 ? found : roots.findIndex((root) => root?.strength === wanted)),
    -1,
  );
  const isEntrance = ENTRANCE.test(fileStem);
  const inOwnFolder = isEntrance && depth >= 0 && segments.length - 1 > depth;
  const stem = inOwnFolder ? (segments.at(-1) ?? fileStem) : fileStem;
  const named = NAMED.test(fileStem);
  const folder = (inOwnFolder ? segments.slice(0, -1) : segments).join('/');
  const root = depth < 0 ? undefined : roots[depth];
  const log = root ? [...segments.slice(0, depth), root.name].join('/') : segments.join('/');
  const statusFolder = root?.status ?? segments.slice(depth + 1).find((segment) => STATUS_FOLDER.test(segment));
  const isSorted = root !== undefined && isShelf(segments[depth + 1] ?? '', root.strength);
  const dated = DATED.test(stem);
  const number = dated ? undefined : recordNumber(stem);
  return {
    // Designs that are sorted by what became of them are proposals.
    strength: isSorted && root.strength === 'design' ? 'proposals' : (root?.strength ?? (named ? 'named' : 'none')),
    log,
    series: statusFolder !== undefined && depth >= 0 ? log : folder,
    ...(number ? { number } : {}),
    dated,
    ...(statusFolder !== undefined && depth >= 0 ? { statusFolder } : {}),
    depth: depth < 0 ? 0 : segments.length - 1 - depth - (isSorted ? 1 : 0),
    entrance: isEntrance && !(inOwnFolder && (number !== undefined || dated)),
  };
}

const isShelf = (segment: string, strength: Root['strength']): boolean =>
  STATUS_FOLDER.test(segment) || (strength === 'design' && UNDECIDED.test(segment));

/** The number that a file name begins with. */
function recordNumber(stem: string): RecordNumber | undefined {
  const match = NUMBERED.exec(stem);
  if (!match?.[2]) return undefined;
  return { key: numberKey(match[1], match[2]), text: match[0].replace(/[-_. ]$/, '') };
}

/** The prefixes of any log are dropped, so that "ADR 12" finds `0012-x.md`. */
const COMMON_PREFIX = /^(?:adr|rfc|kep|decision|record|no)$/i;

/** `12` of `0012` and of `ADR-0012`, `api-2` of `API-002`. */
export function numberKey(prefix: string | undefined, digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '');
  return prefix === undefined || COMMON_PREFIX.test(prefix) ? bare : `${prefix.toLowerCase()}-${bare}`;
}

interface Root {
  readonly strength: 'log' | 'proposals' | 'design';
  readonly name: string;
  readonly status?: string;
}

function rootOf(segment: string): Root | undefined {
  const strength = strengthOf(segment);
  if (strength) return { strength, name: segment };
  const [, name, status] = WITH_STATUS.exec(segment) ?? [];
  const inner = name === undefined ? undefined : strengthOf(name);
  return inner && name && status ? { strength: inner, name, status: segment } : undefined;
}

function strengthOf(segment: string): Root['strength'] | undefined {
  if (LOG.test(segment)) return 'log';
  if (PROPOSALS.test(segment)) return 'proposals';
  return DESIGN.test(segment) ? 'design' : undefined;
}
