import type { DocumentFacts, RecordReference, Span } from '@shipworthy/model';
import { numberKey } from './place-in-log.ts';

const HINT = /supers|superc|replace|obsolete|amend|see-also/gi;
const PHRASE =
  /(?<behind>\b(?:superse{1,2}ded|superceded|replaced|obsoleted)[ _-](?:by|in favou?r of)\b|^[^\p{L}\n]{0,12}superse{1,2}ded\b(?=[\s:*_]*(?:\[|adr\b|\d)))|(?<before>\b(?:superse{1,2}des?|supercedes?|superseding|replaces|obsoletes)\b)|(?<amended>\bamended[ _-]by\b)|(?<amends>\bamends\b)|(?<related>^["']?see-also\b)/giu;
/** A line that begins with the phrase, behind its markup. */
const BEGINS = /^[\s>*+|#"'_-]{0,12}(?:partially |partly )?(?:supers|superc|replace[sd]|obsolete[sd]|amend)/i;
/** A sentence anywhere that says what came after the part it stands in, and names it at once. */
const OF_A_PART = /\b(?:has|have|is|are|was|were)(?: \w+){0,3} superse{1,2}ded by (?:\[|ADR\b)/i;
const PARTLY = /\b(?:partial|partially|partly|in part)\b/i;
/** `supersedes the routing decision recorded in …`: the rest of that record holds on. */
const OF_A_PIECE =
  /^\s+(?:the|its|some|one|parts?|sections?)\b[^[\]\n]{0,60}\b(?:decision|section|part|choice|rule|point)s?\b[^[\]\n]{0,30}\b(?:in|of|from)\b/i;
/** What is named in the next sentence is not what this one is about. */
const SENTENCE_END = /(?<!\d)[.!?]["')]?\s+(?=\p{Lu})/u;
/** Titles in brackets have stops of their own: `[13. New]`. */
const withoutTitles = (text: string): string => text.replace(/\[[^\]\n]*\]/g, (title) => '_'.repeat(title.length));
const LISTING_SECTION = /^(?:links?|related|see also|references|more information|relations?|history)\b/i;
/** So much of a line behind the phrase is read for what it names. */
const MAX_REGION = 400;
const MAX_REFERENCES = 50;
/** Before the phrase: what is meant for later is not so yet. */
const MEANT_FOR_LATER = /\b(?:should|will|may|might|could|would|shall|must|to)(?: \w+)? be(?: \w+)?\s+$/i;
/** A number that follows a word belongs to it: `superseded by the strategy of 2024`. */
const AFTER_A_WORD = /\p{L}\s+$/u;
/** Of these words it does not. */
const BETWEEN_NUMBERS = /^(?:and|und|et|og|number|no|nr)$/i;

/** What a record says it comes after, before or beside. Only where such things are declared, not in any sentence. */
export function referencesOf(
  page: DocumentFacts,
  prose: string,
  statusArea: Span | undefined,
  own: string | undefined,
): RecordReference[] {
  HINT.lastIndex = 0;
  let hint = HINT.exec(prose);
  if (!hint) return [];
  const found: RecordReference[] = [];
  const headEnd = frontMatterEnd(prose);
  const areas = declaringAreas(page, statusArea);
  for (; hint && found.length < MAX_REFERENCES; hint = HINT.exec(prose)) {
    const start = prose.lastIndexOf('\n', hint.index) + 1;
    const newline = prose.indexOf('\n', hint.index);
    const end = newline < 0 ? prose.length : newline;
    const line = prose.slice(start, end);
    const declares = start < headEnd || BEGINS.test(line) || areas.some(([from, to]) => start >= from && start < to);
    if (declares)
      found.push(...onLine(prose, line, start, { inHead: start < headEnd, own, partly: PARTLY.test(line) }));
    else if (OF_A_PART.test(line)) found.push(...onLine(prose, line, start, { inHead: false, own, partly: true }));
    HINT.lastIndex = end;
  }
  return found.slice(0, MAX_REFERENCES);
}

/** The text before the first parts, the status and the sections that list other records. */
function declaringAreas(page: DocumentFacts, statusArea: Span | undefined): readonly Span[] {
  const areas: Span[] = statusArea ? [statusArea] : [];
  const [first] = page.sections.filter(({ level }) => level > 1);
  if (first) areas.push([0, first.at[0]]);
  for (const { heading, body } of page.sections) if (LISTING_SECTION.test(heading)) areas.push(body);
  return areas;
}

function frontMatterEnd(prose: string): number {
  if (!prose.startsWith('---')) return 0;
  const end = prose.indexOf('\n---', 3);
  return Math.max(end, 0);
}

/** Where a line stands, and the prefix of the record's own number. */
interface Where {
  readonly inHead: boolean;
  readonly own: string | undefined;
  /** What is said there is said of a part of the record. */
  readonly partly: boolean;
}

function onLine(prose: string, line: string, start: number, where: Where): RecordReference[] {
  const phrases = [...line.matchAll(PHRASE)];
  return phrases.flatMap((phrase, index) => {
    if (MEANT_FOR_LATER.test(line.slice(0, phrase.index))) return [];
    const from = phrase.index + phrase[0].length;
    const to = Math.min(phrases[index + 1]?.index ?? line.length, from + MAX_REGION);
    const rest = line.slice(from, to);
    const region = rest.slice(0, SENTENCE_END.exec(withoutTitles(rest))?.index ?? rest.length);
    const relation = relationOf(phrase.groups ?? {}, where.partly || OF_A_PIECE.test(region));
    const empty = /^[\s:*_"'|]*$/.test(region);
    const listed = empty && index === phrases.length - 1 ? listBelow(prose, start + line.length) : undefined;
    const [text, offset] = listed ?? [region, start + from];
    return targetsIn(text, offset, where).map((target) => ({ relation, ...target }));
  });
}

function relationOf(
  groups: Readonly<Record<string, string | undefined>>,
  partly: boolean,
): RecordReference['relation'] {
  if (groups.related) return 'related';
  if (groups.behind) return partly ? 'amended-by' : 'superseded-by';
  if (groups.before) return partly ? 'amends' : 'supersedes';
  return groups.amended ? 'amended-by' : 'amends';
}

/** The items of the list that follows a line such as `supersedes:`, and where they start. */
function listBelow(prose: string, lineEnd: number): [string, number] {
  const rest = prose.slice(lineEnd, lineEnd + MAX_REGION);
  const list = /^\r?\n(?:[ \t]*\r?\n)?((?:[ \t]*[-*+][ \t]+[^\n]*(?:\n|$)){1,10})/.exec(rest);
  return list?.[1] === undefined ? ['', lineEnd] : [list[1], lineEnd + list[0].length - list[1].length];
}

const TARGET = new RegExp(
  [
    String.raw`!?\[(?<text>[^\]\n]{0,200})\]\((?<page><?[^)\s]{1,300})[^)\n]{0,100}\)`,
    String.raw`\[\[(?<wiki>[^\]|\n]{1,120})(?:\|[^\]\n]{0,120})?\]\]`,
    String.raw`(?<path>(?:\.{0,2}/)?(?:[\w.-]{1,80}/){1,10}[\w.-]{1,120})`,
    String.raw`(?<name>(?:[a-z]{2,8}[-_]?)?\d{2,8}[-_][\w-]{1,120}(?:\.(?:md|mdx|adoc|rst))?)`,
    String.raw`(?<blank>\b(?:ADR[-_ ]?)?(?:X{3,4}|N{3,4}|TBD|TODO|\?{2,4})(?![\w-]))`,
    String.raw`\b(?<prefix>[A-Z]{2,8})[-_ #]{0,2}(?<digits>\d{1,6})(?![\w.-]*\d)`,
    String.raw`(?<![\w#/.:-])(?<zero>0\d{1,5})(?![\w-])`,
    String.raw`(?<![\w#/.:-])(?<bare>\d{1,6})(?![\w.:-])`,
  ].join('|'),
  'gi',
);

const PAGE_PATH = /\.(?:md|mdx|markdown|rst|adoc|html)$/i;
/** Words before a number that make it one of a record; the log's own prefix as well. */
const PREFIX = /^(?:adr|rfc|kep|decision|record|proposal)$/i;

const isPrefix = (prefix: string, own: string | undefined): boolean =>
  PREFIX.test(prefix) || prefix.toLowerCase() === own;

/** Markdown's escapes in a destination: `0003-\\[Superseded\\]use-….md`. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

type Target = Pick<RecordReference, 'target' | 'form' | 'key' | 'at'>;

function targetsIn(region: string, offset: number, where: Where): Target[] {
  const targets: Target[] = [];
  for (const match of region.matchAll(TARGET)) {
    const target = targetOf(match, offset, where);
    if (target) targets.push(target);
  }
  return targets;
}

function targetOf(match: RegExpExecArray, offset: number, { inHead, own }: Where): Target | undefined {
  const { page, wiki, path, name, blank, prefix, digits, zero, bare } = match.groups ?? {};
  const written = page ?? wiki ?? path ?? name ?? zero ?? bare ?? match[0];
  const start =
    offset +
    match.index +
    Math.max(0, match[0].indexOf(page === undefined ? written : `(${page}`)) +
    (page === undefined ? 0 : 1);
  const at: Span = [start, start + written.length];
  if (page !== undefined) return { form: 'page', target: page.replace(/^<|>$/g, '').replace(ESCAPED, '$1'), at };
  if (wiki !== undefined) return /^\d+$/.test(wiki) ? numbered(wiki, at) : { form: 'name', target: wiki, at };
  if (path !== undefined)
    return PAGE_PATH.test(path) || (inHead && path.startsWith('/')) ? { form: 'page', target: path, at } : undefined;
  // A date with dashes is no name of a file.
  if (name !== undefined) return /^\d{4}-\d\d-\d\d$/.test(name) ? undefined : { form: 'name', target: name, at };
  if (blank !== undefined) return { form: 'placeholder', target: blank, at };
  if (digits !== undefined && prefix !== undefined) {
    if (inHead && BETWEEN_NUMBERS.test(prefix)) return numbered(digits, [at[1] - digits.length, at[1]]);
    return isPrefix(prefix, own) ? { form: 'number', target: match[0], key: numberKey(prefix, digits), at } : undefined;
  }
  if (zero !== undefined) return numbered(zero, at);
  const stands = bare !== undefined && inHead && !AFTER_A_WORD.test(match.input.slice(0, match.index));
  return stands ? numbered(bare, at) : undefined;
}

const numbered = (digits: string, at: Span): Target => ({
  form: 'number',
  target: digits,
  key: numberKey(undefined, digits),
  at,
});

const NAMED = /\b([A-Z]{2,6}|[Aa]dr|[Dd]ecision|[Rr]ecord)[-_ #]{0,2}(\d{1,5})\b/g;
const MAX_NAMED = 200;

/** Keys of the records that the text names by number. */
export function namedIn(prose: string): string[] {
  const keys = new Set<string>();
  for (const match of prose.matchAll(NAMED)) {
    if (keys.size >= MAX_NAMED) break;
    if (match[2]) keys.add(numberKey(match[1], match[2]));
  }
  return [...keys];
}
