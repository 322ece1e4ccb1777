import type { Budget } from '../markdown/budget.ts';
import { prose } from '../markdown/escape.ts';
import { clip } from '../page/clip.ts';
import { MARKS } from './marks.ts';

/** Characters of a note. */
const MAX_NOTE = 500;

/** What this run could not do, one line for each: nobody should take less for all. */
export function notesPart(notes: readonly string[], budget: Budget): string {
  const rows: string[] = [];
  for (const note of notes) {
    const row = `> ${MARKS.warns} ${prose(clip(note, MAX_NOTE))}\n`;
    if (!budget.take(rows.length === 0 ? '\n' : '>\n', row)) break;
    rows.push(row);
  }
  return rows.length === 0 ? '' : `\n${rows.join('>\n')}`;
}
