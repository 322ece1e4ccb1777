import type { Audit, Change, Finding } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { Budget } from '../markdown/budget.ts';
import { code, prose } from '../markdown/escape.ts';
import { countsOf } from '../markdown/findings.ts';
import { unseenPart } from '../markdown/unseen.ts';
import { outcomesOfChange } from '../page/standing.ts';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/wrap.ts';
import { askedPart } from './asked.ts';
import { ByRule } from './by-rule.ts';
import { weigh } from './failing.ts';
import { foldedRows } from './fold.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { leftOut } from './left-out.ts';
import { WebLinks } from './links.ts';
import { notesPart } from './notes.ts';
import { limitOf, type SummaryOptions } from './options.ts';
import { rowOf } from './row.ts';

/** Rows of a fold: more is read by machines only. */
const FOLD_ROWS = 50;

/** What a reviewer reads: what the change answers for in the open, all else in folds. */
export function changeSummary(audit: Audit, change: Change, options: SummaryOptions): string {
  const limit = limitOf(options);
  const budget = new Budget(limit.size, limit.of);
  const links = new WebLinks(options.repository);
  const toHead = links.to(audit.commit);
  const weighed = weigh(audit, options.verdict);
  const { failing, warning, advice, existing } = weighed;
  const head = headline(audit, weighed, options.verdict);
  const foot = footer(audit, links, options);
  budget.take(head, foot, leftOut(failing.length + warning.length, limit));
  const notes = notesPart(options.notes ?? [], budget);
  const findings = new ByRule([...failing, ...warning], failing, toHead, budget);
  const asked =
    options.checklist === undefined
      ? ''
      : askedPart(options.checklist, links.toTouched(audit.commit, change.commit), budget);
  const hints = foldedRows(
    counted(advice.length, 'hint'),
    advice.map((finding) => rowOf(finding, toHead, 'named')),
    budget,
    andMore,
    FOLD_ROWS,
  );
  const fixed = fixedPart(audit.fixed ?? [], links.to(change.commit), budget);
  const before = existingPart(existing, budget);
  const unseen = unseenPart(outcomesOfChange(audit.outcomes, change), budget, FOLD_ROWS);
  return [
    head,
    notes,
    findings.render(options.page, budget),
    leftOut(findings.left, limit),
    asked,
    hints,
    fixed,
    before,
    unseen,
    foot,
  ].join('');
}

const andMore = (left: number): string => `and ${left} more`;

function fixedPart(fixed: readonly Finding[], to: LinkTo, budget: Budget): string {
  const rows = fixed.map(
    ({ rule, location, count }) =>
      `- ${to(location)}: ${prose(rule.title)} (${code(rule.id)}${count > 1 ? `, ×${count}` : ''})\n`,
  );
  return foldedRows(`${fixed.length} fixed`, rows, budget, andMore, FOLD_ROWS);
}

function existingPart(existing: readonly Finding[], budget: Budget): string {
  const rows = [...groupBy(existing, ({ rule }) => rule.id)].map(
    ([rule, same]) => `- ${code(rule)}: ${countsOf(same)}\n`,
  );
  const left = existing.length === 1 ? 'left as it was' : 'left as they were';
  const title = `${counted(existing.length, 'finding')} from before, ${left}`;
  return foldedRows(title, rows, budget, (left) => `and ${counted(left, 'more rule')}`, FOLD_ROWS);
}
