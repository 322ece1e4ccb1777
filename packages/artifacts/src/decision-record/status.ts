import { DEFAULT_VOCABULARY, type DocumentFacts, recordStateOf, type SectionFacts, type Span } from '@shipworthy/model';
import { latestStanding } from './chronology.ts';
import { plainLine } from './prose.ts';

export interface WrittenStatus {
  readonly text: string;
  readonly at: Span;
  /** Where words about the standing may go on: the section or the line. */
  readonly area: Span;
}

const WORD = 'status|state|statut|estado|stato|tilstand|ステータス|状态|狀態';
const KEY = new RegExp(`^(?:${WORD})$`, 'i');
/** A heading that asks for the status, and what it says itself: `Status: **Approved**`. */
const HEADING = new RegExp(
  `^[^\\p{L}]*(?:adr |decision |current )?(?:${WORD})(?![\\p{L}])\\s*[:\\-–—]?\\s*(.*)$`,
  'iu',
);
const LINE = new RegExp(
  `^[ \\t>*+:|-]{0,8}[*_]{0,3}(?:adr |decision |current )?(?:${WORD})[*_]{0,3}[ \\t]*[:|：][*_]{0,3}[ \\t]*(\\S.*)$`,
  'imu',
);
/** A heading over what a page says of itself. */
const METADATA = /^(?:meta(?:[- ]?data)?|document (?:control|information)|m[ée]tadonn[ée]es|metadaten)$/i;
/** So far from its beginning a page gives its status on a line. */
const MAX_LINE_OFFSET = 4000;
const MAX_TEXT = 200;
/** The status stands among the first headings, and high; one that is nothing but the word may stand at the end. */
const MAX_HEADING_INDEX = 8;
const MAX_HEADING_LEVEL = 3;
/** A status of more words is known by one that is. */
const MAX_UNKNOWN_WORDS = 4;

const isKnown = (text: string): boolean => recordStateOf(DEFAULT_VOCABULARY, text) !== undefined;

/** `[Status]: #status` below its heading is where links of the page lead. */
const LINK_DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$/gm;
/** `Status: Implemented` below a heading that asks for it already. */
const OWN_WORD = new RegExp(`^[*_]{0,3}(?:${WORD})[*_]{0,3}[ \\t]*[:：][*_]{0,3}[ \\t]*(\\S.*)$`, 'iu');

const TICKED = /^\s*(?:[-*+]|\d+\.)\s+\[[xX]\]\s*(\S.*)$/m;
const CHOICES = /^\s*(?:[-*+]|\d+\.)\s+\[[ xX]\]/m;

/** What a record says of its own standing: in its front matter, below a heading, on a line or in a table at its head. */
export function statusOf(page: DocumentFacts, prose: string): WrittenStatus | undefined {
  return inFrontMatter(page, prose) ?? belowHeading(page, prose) ?? onLine(page, prose) ?? belowTitle(page, prose);
}

function inFrontMatter(page: DocumentFacts, prose: string): WrittenStatus | undefined {
  const key = Object.keys(page.frontMatter).find((name) => KEY.test(name));
  const value = key === undefined ? undefined : page.frontMatter[key];
  if (key === undefined || !value) return undefined;
  const line = new RegExp(`^${key}[ \\t]*[:=][ \\t]*(\\S.*)$`, 'm').exec(prose);
  const written = line?.[1];
  if (!line || written === undefined) return undefined;
  const end = line.index + line[0].length;
  return made(value, [end - written.length, end], [line.index, end]);
}

function belowHeading(page: DocumentFacts, prose: string): WrittenStatus | undefined {
  const index = page.sections.findIndex(
    ({ heading, level }, at) =>
      level > 0 &&
      level <= MAX_HEADING_LEVEL &&
      ((at <= MAX_HEADING_INDEX && isStatusHeading(heading)) || (level <= 2 && KEY.test(heading.trim()))),
  );
  const section = page.sections[index];
  if (!section) return undefined;
  const own = HEADING.exec(section.heading)?.[1] ?? '';
  if (own !== '') return made(own, section.at, [section.at[0], section.body[1]]);
  const body = prose
    .slice(section.body[0], section.body[1])
    .replace(LINK_DEFINITION, (line) => ' '.repeat(line.length));
  const ticked = CHOICES.test(body) ? TICKED.exec(body) : undefined;
  if (CHOICES.test(body) && !ticked) return undefined;
  const dated = ticked ? undefined : latestStanding(body);
  if (dated) {
    const start = section.body[0] + dated.at;
    return made(dated.text, [start, start + dated.text.length], section.body);
  }
  const line = ticked ?? /^[ \t>*+-]*(\S.*)$/m.exec(body);
  if (line?.[1]) {
    const said = OWN_WORD.exec(line[1])?.[1] ?? line[1];
    const start = section.body[0] + line.index + line[0].length - said.length;
    return made(said, [start, start + said.trimEnd().length], section.body);
  }
  // A line that is only bold text is a section of its own: `**Accepted**` below `## Status`.
  const next: SectionFacts | undefined = page.sections[index + 1];
  const standsOut = next && (next.level === BOLD || (next.level > section.level && next.words === 0));
  return next && standsOut ? made(next.heading, next.at, [next.at[0], next.body[1]]) : undefined;
}

/** Level of a line of bold text. */
const BOLD = 7;
/** "State of the cluster" is no status. */
function isStatusHeading(heading: string): boolean {
  const said = HEADING.exec(heading)?.[1];
  return said !== undefined && (said === '' || (/[:–—-]/.test(heading) && isKnown(said)));
}

function onLine(page: DocumentFacts, prose: string): WrittenStatus | undefined {
  const [, second, third] = page.sections.filter(({ level }) => level > 0 && level < BOLD);
  // What a page says of itself may stand below a heading of its own.
  const body = second && METADATA.test(second.heading.trim()) ? third : second;
  const head = prose.slice(0, Math.min(MAX_LINE_OFFSET, body?.at[0] ?? MAX_LINE_OFFSET));
  const line = LINE.exec(head);
  if (!line?.[1]) return undefined;
  const cells = line[0].split('|').map((cell) => cell.trim());
  const column = line[0].trimStart().startsWith('|') ? cells.findIndex((cell) => KEY.test(plainLine(cell))) : -1;
  const end = line.index + line[0].length;
  // `| Status | Date |` over a rule: the value stands in the row below.
  const rows = column < 0 || isKnown(cells[column + 1] ?? '') ? [] : prose.slice(end).split('\n', 3);
  const row = rows[1] !== undefined && /^[\s|:-]+$/.test(rows[1]) ? rows[2] : undefined;
  if (row !== undefined && rows[1] !== undefined) {
    const start = end + 1 + rows[1].length + 1;
    const value = row.split('|')[column]?.trim() ?? '';
    const at = start + Math.max(0, row.indexOf(value));
    return value === '' ? undefined : made(value, [at, at + value.length], [start, start + row.length]);
  }
  const value = (column < 0 ? line[1] : (cells[column + 1] ?? '')).replace(/[|\s]+$/, '');
  if (value === '') return undefined;
  const start = line.index + line[0].lastIndexOf(value);
  return made(value, [start, start + value.length], [line.index, end]);
}

/** Dated lines right below the title are the history of the record's standing, if one of them says a known one. */
function belowTitle(page: DocumentFacts, prose: string): WrittenStatus | undefined {
  const title = page.sections.find(({ level }) => level > 0);
  if (title?.level !== 1) return undefined;
  const dated = latestStanding(prose.slice(...title.body));
  if (!dated || !isKnown(dated.text)) return undefined;
  const start = title.body[0] + dated.at;
  return made(dated.text, [start, start + dated.text.length], title.body);
}

function made(written: string, at: Span, area: Span): WrittenStatus | undefined {
  const text = plainLine(written).slice(0, MAX_TEXT);
  // A sentence without a known word tells about something else: "The exporter already has an endpoint".
  const says = text.split(' ').length <= MAX_UNKNOWN_WORDS || isKnown(text);
  return text === '' || !says ? undefined : { text, at, area };
}
