import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** Columns from one tab stop to the next. */
const TAB = 4;
/** What stands for the part of a line that is left out; one column wide. */
const CUT = '…';
/** Where in the window the marked part begins when a line is cut: enough before it to see what it belongs to. */
const CONTEXT_SHARE = 1 / 3;

/** One user-perceived character as it is shown. */
interface Cell {
  /** UTF-16 offset in the source line. */
  readonly offset: number;
  readonly shown: string;
  /** Display columns, from 0, end exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface MarkedLine {
  /** Escaped, tabs expanded, at most `width` columns. */
  readonly line: string;
  /** Carets below the marked columns; '' when they are not on the line. */
  readonly marks: string;
}

/**
 * A source line and the carets that go below it.
 * @param start offset of the first marked UTF-16 unit, or none
 * @param end offset after the last one
 * @param width columns there are
 */
export function markedLine(source: string, start: number | undefined, end: number, width: number): MarkedLine {
  const cells = PLAIN.test(source) ? plainCells(source) : cellsOf(source);
  const total = cells.at(-1)?.to ?? 0;
  const marked =
    start === undefined ? [] : cells.filter((cell) => cell.offset >= start && cell.offset < Math.max(end, start + 1));
  const markFrom = marked[0]?.from ?? 0;
  const markTo = marked.at(-1)?.to ?? 0;

  const begin = total <= width ? 0 : windowBegin(markFrom, total, width);
  const stop = begin + width;
  const cutBefore = begin > 0;
  const cutAfter = stop < total;
  const kept = cells.filter((cell) => cell.from >= begin + (cutBefore ? 1 : 0) && cell.to <= stop - (cutAfter ? 1 : 0));
  const origin = (kept[0]?.from ?? 0) - (cutBefore ? 1 : 0);
  const line = `${cutBefore ? CUT : ''}${kept.map((cell) => cell.shown).join('')}${cutAfter ? CUT : ''}`;

  const from = Math.max(markFrom - origin, cutBefore ? 1 : 0);
  const to = Math.min(markTo, kept.at(-1)?.to ?? 0) - origin;
  const marks = marked.length > 0 && to > from ? ' '.repeat(from) + '^'.repeat(to - from) : '';
  return { line: line.trimEnd(), marks: source !== '' && start === source.length ? afterEnd(line) : marks };
}

/** Something is missing where the line ends: one caret behind its last character. */
const afterEnd = (line: string): string => `${' '.repeat(stringWidth(line.trimEnd()))}^`;

function windowBegin(markFrom: number, total: number, width: number): number {
  return Math.max(0, Math.min(markFrom - Math.floor(width * CONTEXT_SHARE), total - width));
}

/** Printable ASCII: one column each, shown as it is. Most lines are such, and splitting others is a thousand times slower. */
const PLAIN = /^[\x20-\x7e]*$/;

function plainCells(source: string): Cell[] {
  return Array.from(source, (shown, offset) => ({ offset, shown, from: offset, to: offset + 1 }));
}

function cellsOf(source: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(source)) {
    const shown = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(segment);
    const to = column + stringWidth(shown);
    cells.push({ offset: index, shown, from: column, to });
    column = to;
  }
  return cells;
}
