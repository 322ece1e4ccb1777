import type { Span } from '@shipworthy/model';
import { cellsOf, ruleCells } from '../markdown/line-starts.ts';
import { linesOf } from './lines.ts';

export interface TableCell {
  /** Trimmed, with its markup. */
  readonly text: string;
  readonly at: Span;
}

/** A table with bars between its cells, as Markdown writes it. */
export interface PageTable {
  readonly header: readonly TableCell[];
  /** Rows that say something in at least one cell, without header and rule. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly at: Span;
}

/** Rows of one table that are read. */
const MAX_ROWS = 500;

/** The tables in a stretch of a Markdown page; blocks of code are blanked out before (`withoutCode`). */
export function tablesIn(text: string, [start, end]: Span): PageTable[] {
  const tables: PageTable[] = [];
  const body = text.slice(start, end);
  if (!body.includes('|')) return tables;
  const lines = linesOf(body);
  for (let index = 1; index < lines.length; index++) {
    const [head, rule] = [lines[index - 1], lines[index]];
    if (!head?.text.includes('|') || !rule || ruleCells(body, rule.start, rule.end) === 0) continue;
    const header = rowOf(text, start + head.start, start + head.end);
    const rows: (readonly TableCell[])[] = [];
    let last = rule;
    for (index++; index < lines.length; index++) {
      const line = lines[index];
      if (!line?.text.includes('|') || line.text.trim() === '') break;
      last = line;
      const row = rowOf(text, start + line.start, start + line.end);
      if (rows.length < MAX_ROWS && row.some((cell) => cell.text !== '')) rows.push(row);
    }
    tables.push({ header, rows, at: [start + head.start, start + last.end] });
  }
  return tables;
}

const rowOf = (text: string, from: number, to: number): TableCell[] =>
  cellsOf(text, from, to).map(([cellStart, cellEnd]) => {
    const raw = text.slice(cellStart, cellEnd);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    const at = cellStart + (trimmed === '' ? 0 : lead);
    return { text: trimmed, at: [at, at + trimmed.length] };
  });

/** A cell or line without the marks of emphasis, code, links and line breaks. */
export function plainText(markup: string): string {
  return markup
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`~]+|(?<!\w)_+|_+(?!\w)/g, '')
    .trim();
}
