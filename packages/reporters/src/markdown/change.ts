import type { Audit, Change, Finding, ReportOptions } from '@shipworthy/model';
import { byStanding, outcomesOfChange } from '../page/standing.ts';
import { groupBy } from '../text/group.ts';
import { nextStep } from '../text/next-step.ts';
import { counted } from '../text/wrap.ts';
import { Budget, limitOf } from './budget.ts';
import { code, prose } from './escape.ts';
import { explanationsPart } from './explanations.ts';
import { countsOf, findingsPart, leftOut, placeOf } from './findings.ts';
import { unseenPart } from './unseen.ts';

/** Fixed findings that are listed. */
const FIXED_SHOWN = 20;
/** Rules whose earlier findings are counted one by one. */
const RULES_SHOWN = 30;

/** What a reviewer reads: what the change introduced in full, what it fixed, what it left folded. */
export function changePage(audit: Audit, change: Change, options: ReportOptions): string {
  const { introduced, worsened, existing } = byStanding(audit.findings);
  const limit = limitOf(options);
  const budget = new Budget(limit);
  const answersFor = [...introduced, ...worsened];
  const head = headOf(audit, change);
  budget.take(head, leftOut(answersFor.length, limit));
  const next = nextOf(answersFor);
  const hasNext = budget.take(next);
  const fixed = fixedPart(audit.fixed ?? []);
  const hasFixed = budget.take(fixed);
  const findings = findingsPart(answersFor, budget);
  const left = answersFor.length - findings.shown.length;
  const unseen = unseenPart(outcomesOfChange(audit.outcomes, change), budget);
  const before = existingPart(existing);
  const hasBefore = budget.take(before);
  return [
    head,
    hasNext ? next : '',
    findings.text,
    left > 0 ? leftOut(left, limit) : '',
    hasFixed ? fixed : '',
    unseen,
    hasBefore ? before : '',
    explanationsPart(findings.shown, options, budget),
  ].join('');
}

function headOf({ findings, fixed = [], tool, commit }: Audit, { base, commit: since, files }: Change): string {
  const { introduced, worsened } = byStanding(findings);
  const said = [
    introduced.length > 0 ? `${countsOf(introduced)} introduced` : '',
    worsened.length > 0 ? `${countsOf(worsened)} worsened` : '',
    fixed.length > 0 ? `${fixed.length} fixed` : '',
  ].filter((part) => part !== '');
  const head = commit === undefined ? '' : ` at ${code(commit)}`;
  return `## Readiness of this change: ${said.length === 0 ? 'nothing introduced' : said.join(', ')}\n\n${counted(files.length, 'file')} changed since ${code(since ?? base)}${head}; shipworthy ${prose(tool.version)}.\n`;
}

function nextOf(findings: readonly Finding[]): string {
  const next = nextStep(findings);
  return next === undefined ? '' : `\n**Next:** ${prose(next.todo)} More: ${code(`shipworthy explain ${next.rule}`)}\n`;
}

function fixedPart(fixed: readonly Finding[]): string {
  if (fixed.length === 0) return '';
  const left = fixed.length - FIXED_SHOWN;
  const rows = fixed
    .slice(0, FIXED_SHOWN)
    .map(
      ({ rule, location, count }) => `- [x] ${placeOf(location)} (${code(rule.id)}${count > 1 ? `, ×${count}` : ''})\n`,
    );
  return `\n### Fixed\n\n${rows.join('')}${left > 0 ? `\nand ${left} more\n` : ''}`;
}

function existingPart(existing: readonly Finding[]): string {
  if (existing.length === 0) return '';
  const rules = [...groupBy(existing, ({ rule }) => rule.id)];
  const left = rules.length - RULES_SHOWN;
  const rows = rules.slice(0, RULES_SHOWN).map(([rule, same]) => `- ${code(rule)}: ${countsOf(same)}\n`);
  return `\n<details>\n<summary>${counted(existing.length, 'finding')} from before, left as they were</summary>\n\n${rows.join('')}${left > 0 ? `\nand ${counted(left, 'more rule')}\n` : ''}\n</details>\n`;
}
