import type { Budget } from '../markdown/budget.ts';

/**
 * Detail that is shown on demand. GitHub reads Markdown inside only behind a blank line.
 * @param title HTML
 * @param state `open`: shown until somebody folds it
 */
export const fold = (title: string, body: string, state: '' | 'open' = ''): string =>
  `\n<details${state === 'open' ? ' open' : ''}>\n<summary>${title}</summary>\n\n${body.trim()}\n\n</details>\n`;

const restOf = (more: string): string => `\n${more}\n`;

/**
 * Rows in a fold, as many as there is room for.
 * @param title HTML
 * @param more what is said of rows that were left out; they are counted with those that there was no room for
 */
export function foldedRows(
  title: string,
  rows: readonly string[],
  budget: Budget,
  more: (left: number) => string,
  most = rows.length,
): string {
  if (rows.length === 0 || !budget.take(fold(title, ''), restOf(more(rows.length)))) return '';
  const kept: string[] = [];
  for (const row of rows.slice(0, most)) {
    if (!budget.take(row)) break;
    kept.push(row);
  }
  const left = rows.length - kept.length;
  return fold(title, `${kept.join('')}${left > 0 ? restOf(more(left)) : ''}`);
}
