import { HtmlTagReader } from './html-tag.ts';

/** What a line of Markdown can begin with, once the marks of quotes and lists before it are used up. */

export interface AtxHeading {
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

function isBlankUnit(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/** `## Text ##` at `at`; the span is that of the text. */
export function readAtxHeading(text: string, at: number, lineEnd: number): AtxHeading | undefined {
  let start = at;
  while (start < lineEnd && text.charCodeAt(start) === 35) start++;
  const level = start - at;
  if (level < 1 || level > 6 || (start < lineEnd && !isBlankUnit(text.charCodeAt(start)))) return undefined;
  while (start < lineEnd && isBlankUnit(text.charCodeAt(start))) start++;
  let end = lineEnd;
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  let marks = end;
  while (marks > start && text.charCodeAt(marks - 1) === 35) marks--;
  if (marks < end && (marks === start || isBlankUnit(text.charCodeAt(marks - 1)))) {
    end = marks;
    while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  }
  return { level, start, end };
}

export interface FenceStart {
  readonly unit: number;
  readonly length: number;
  readonly info: string;
}

/** Three or more backticks or tildes at `at`; the info string of backticks holds none. */
export function readFence(text: string, at: number, lineEnd: number): FenceStart | undefined {
  const unit = text.charCodeAt(at);
  let end = at;
  while (end < lineEnd && text.charCodeAt(end) === unit) end++;
  if (end - at < 3) return undefined;
  const info = text.slice(end, lineEnd).trim();
  return unit === 96 && info.includes('`') ? undefined : { unit, length: end - at, info };
}

/** The line closes a fence: at least as many of the same unit and nothing else. */
export function closesFence(text: string, at: number, lineEnd: number, fence: FenceStart): boolean {
  let end = at;
  while (end < lineEnd && text.charCodeAt(end) === fence.unit) end++;
  if (end - at < fence.length) return false;
  while (end < lineEnd && isBlankUnit(text.charCodeAt(end))) end++;
  return end === lineEnd;
}

/** Start of the first line from `start` (that of a line) on that may close a fence; the length of the text if none may. */
export function nextFenceLine(text: string, start: number, fence: FenceStart): number {
  const mark = String.fromCharCode(fence.unit).repeat(fence.length);
  for (let at = text.indexOf(mark, start); at >= 0; ) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    if (/^[ \t]*$/.test(text.slice(lineStart, at))) return lineStart;
    const newline = text.indexOf('\n', at);
    at = newline < 0 ? -1 : text.indexOf(mark, newline);
  }
  return text.length;
}

/** End, without its line break, of the line that ends before `next`: the start of a line, or the end of the text. */
export function endOfLineBefore(text: string, next: number): number {
  const stop = text.charCodeAt(next - 1) === 10 ? next - 1 : next;
  return text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
}

/** `***`, `- - -` or `___`. */
export function isThematicBreak(text: string, at: number, lineEnd: number): boolean {
  const mark = text.charCodeAt(at);
  let count = 0;
  for (let i = at; i < lineEnd; i++) {
    const unit = text.charCodeAt(i);
    if (unit === mark) count++;
    else if (!isBlankUnit(unit)) return false;
  }
  return count >= 3;
}

/** Level of the underline of a setext heading, 0 if the line is none. */
export function setextLevel(text: string, at: number, lineEnd: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(at);
  let end = at;
  while (end < lineEnd && text.charCodeAt(end) === mark) end++;
  while (end < lineEnd && isBlankUnit(text.charCodeAt(end))) end++;
  return end === lineEnd ? (mark === 61 ? 1 : 2) : 0;
}

export interface ListMarker {
  readonly ordered: boolean;
  readonly number: number;
  /** The bullet or the unit behind the number: another one starts another list. */
  readonly unit: number;
  /** Units of the marker, without white space. */
  readonly length: number;
}

/** Longest number of an ordered item. */
const MAX_DIGITS = 9;

/** `-`, `*`, `+`, `1.` or `1)` followed by white space or the end of the line. */
export function readListMarker(text: string, at: number, lineEnd: number): ListMarker | undefined {
  let end = at;
  while (end < lineEnd && end - at <= MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
  const digits = end - at;
  const unit = text.charCodeAt(end);
  const bullet = unit === 45 || unit === 42 || unit === 43;
  if (digits > 0 ? digits > MAX_DIGITS || (unit !== 46 && unit !== 41) : !bullet) return undefined;
  if (end >= lineEnd || (end + 1 < lineEnd && !isBlankUnit(text.charCodeAt(end + 1)))) return undefined;
  return { ordered: digits > 0, number: digits > 0 ? Number(text.slice(at, end)) : 0, unit, length: digits + 1 };
}

/** Only an item with text, and a list that begins with 1, may interrupt a paragraph. `line` begins with the marker. */
export function interruptsParagraph(marker: ListMarker, line: string): boolean {
  return (!marker.ordered || marker.number === 1) && line.slice(marker.length).trim() !== '';
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|' +
  'main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul';
const HTML_STARTS: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [/<(?:script|pre|style|textarea)(?=\s|>|$)/iy, /<\/(?:script|pre|style|textarea)>/i],
  [/<!--/y, /-->/],
  [/<\?/y, /\?>/],
  [/<![A-Z]/iy, />/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [new RegExp(`</?(?:${BLOCK_TAGS})(?=\\s|/?>|$)`, 'iy'), undefined],
];
export interface HtmlStart {
  /** What ends the block, on the line where it is found; undefined: a blank line does. */
  readonly until: RegExp | undefined;
}

/** An HTML block (CommonMark 0.31, 4.6) begins at `at`; the seventh kind does not interrupt a paragraph. */
export function readHtmlStart(text: string, at: number, lineEnd: number, inParagraph: boolean): HtmlStart | undefined {
  const line = text.slice(at, lineEnd);
  for (const [start, until] of HTML_STARTS) {
    start.lastIndex = 0;
    if (start.test(line)) return { until };
  }
  if (inParagraph) return undefined;
  const tag = new HtmlTagReader(line, false).read(0);
  return tag && tag.name !== '' && line.slice(tag.end).trim() === '' ? { until: undefined } : undefined;
}

/** Number of cells of a table's rule line (`|:--|--:|`), 0 if the line is none. */
export function ruleCells(text: string, at: number, lineEnd: number): number {
  let hasRule = false;
  for (let i = at; i < lineEnd; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 45) hasRule = true;
    else if (unit !== 124 && unit !== 58 && !isBlankUnit(unit)) return 0;
  }
  if (!hasRule) return 0;
  const line = text.slice(at, lineEnd).trim();
  const cells = line.split('|');
  if (cells.at(0)?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  if (!line.includes('|') && !line.includes(':')) return 0;
  return cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) ? cells.length : 0;
}

/** Spans of the cells of a table row: parts between bars that are not escaped. */
export function cellsOf(text: string, at: number, lineEnd: number): (readonly [start: number, end: number])[] {
  let start = at;
  let end = lineEnd;
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  while (start < end && isBlankUnit(text.charCodeAt(start))) start++;
  if (text.charCodeAt(start) === 124) start++;
  const cells: [number, number][] = [];
  let cellStart = start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === 124) {
      cells.push([cellStart, i]);
      cellStart = i + 1;
    }
  }
  if (cellStart < end) cells.push([cellStart, end]);
  return cells;
}

/** Characters of text above a line of dashes beyond which the line is a rule below a paragraph and no heading's. */
const MAX_UNDERLINED_LENGTH = 200;

/** The letter of CommonMark makes a heading of a long paragraph too; its writer drew a line below it. */
export const isRuleBelow = (level: number, text: string): boolean => level === 2 && text.length > MAX_UNDERLINED_LENGTH;
