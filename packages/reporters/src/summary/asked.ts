import type { Checklist } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import type { Budget } from '../markdown/budget.ts';
import { prose } from '../markdown/escape.ts';
import { counted } from '../text/wrap.ts';
import { checklistFold } from './checklist-fold.ts';
import { fold } from './fold.ts';
import { type ObligationRow, obligationRows } from './obligations.ts';

/**
 * What the change touches asks for, and the checklist that is made of it. It stands in the open where something is left
 * that a reviewer should ask about; else folded, since the title says it all.
 */
export function askedPart(whole: Checklist, to: LinkTo, budget: Budget): string {
  const checklist = forReviewers(whole);
  const { exempt } = checklist;
  const rows = obligationRows(checklist, to);
  if (rows.length === 0) {
    // Whoever touches nothing sensitive need not hear of what would not have been asked.
    if (exempt === undefined || (whole.areas.length === 0 && whole.alerts.length === 0)) return '';
    const said = `\nNothing is asked of this change: ${prose(exempt)}.\n`;
    return budget.take(said) ? said : '';
  }
  const title = titleOf(rows);
  const isOpen = rows.some(({ state, light }) => state === 'open' && !light);
  const around = (body: string): string => (isOpen ? `\n### ${title}\n${body}` : fold(title, body));
  const said = aboutRows(checklist, rows);
  const intro = said === '' ? '\n' : `\n${said}\n\n`;
  const kept = budget.take(around(''), intro) ? rows.filter(({ text }) => budget.take(text)) : [];
  if (kept.length === 0) return '';
  const list = checklistFold(checklist, to);
  return around(`${intro}${kept.map(({ text }) => text).join('')}${budget.take(list) ? list : ''}`);
}

/**
 * The checklist as the page of a pull request shows it: who has reviewed stands beside it on GitHub, and what a bot, a
 * revert or a formatter touches is asked nothing.
 */
export const forReviewers = (checklist: Checklist): Checklist => ({
  ...checklist,
  ...(checklist.exempt === undefined ? {} : { alerts: [] }),
  areas:
    checklist.exempt === undefined
      ? checklist.areas.flatMap((area) => {
          const lines = area.lines.filter(
            ({ obligation, state }) => obligation !== 'review' || state !== 'unknown' || area.configured,
          );
          return lines.length === 0 ? [] : { ...area, lines };
        })
      : [],
});

function titleOf(rows: readonly ObligationRow[]): string {
  const met = rows.filter(({ state }) => state === 'met').length;
  const seen = rows.filter(({ state }) => state !== 'unknown').length;
  return `What this change asks for: ${seen === 0 ? 'not seen' : `${met} of ${seen} answered`}`;
}

function aboutRows({ areas, exempt, unheard }: Checklist, rows: readonly ObligationRow[]): string {
  return [
    areas.length === 0
      ? ''
      : `Touched: ${areas.map(({ name, files }) => `${prose(name)} (${counted(files.length, 'file')})`).join(', ')}.`,
    exempt === undefined ? '' : `Nothing else is asked: ${prose(exempt)}.`,
    rows.some(({ state }) => state === 'open')
      ? 'What is open fails nothing by itself; a line in the pull request or in a commit answers it.'
      : '',
    unheard === undefined ? '' : `Not all that was said of the change can be seen: ${prose(unheard)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
