import { type Audit, type Met, type Reporter, type ReportOptions, STAGES } from '@shipworthy/model';
import { talliesOf } from '../page/by-component.ts';
import { nextStep } from '../text/next-step.ts';
import { counted } from '../text/wrap.ts';
import { Budget, limitOf } from './budget.ts';
import { changePage } from './change.ts';
import { code, prose } from './escape.ts';
import { explanationsPart } from './explanations.ts';
import { countsOf, findingsPart, leftOut } from './findings.ts';
import { unseenPart } from './unseen.ts';

/** What a person pastes into an issue or a job's summary, as GitHub Flavored Markdown. Nobody is mentioned. */
export const markdown: Reporter = { name: 'markdown', render: renderMarkdown };

function renderMarkdown(audit: Audit, options: ReportOptions): string {
  return audit.change ? changePage(audit, audit.change, options) : wholePage(audit, options);
}

function wholePage(audit: Audit, options: ReportOptions): string {
  const limit = limitOf(options);
  const budget = new Budget(limit);
  const head = headOf(audit);
  budget.take(head, leftOut(audit.findings.length, limit));
  const next = nextOf(audit);
  const hasNext = budget.take(next);
  const findings = findingsPart(audit.findings, budget);
  const left = audit.findings.length - findings.shown.length;
  const unseen = unseenPart(audit.outcomes, budget);
  const explanations = explanationsPart(findings.shown, options, budget);
  return [head, hasNext ? next : '', findings.text, left > 0 ? leftOut(left, limit) : '', unseen, explanations].join(
    '',
  );
}

/** Title, what was found in what, and readiness by stage. */
function headOf(audit: Audit): string {
  const commit = audit.commit === undefined ? '' : ` Commit ${code(audit.commit)}.`;
  return `## Readiness: ${titleOf(audit)}\n\n${scopeOf(audit)}${commit}\n${stageTable(audit.summary.stages)}${componentTable(audit)}`;
}

function titleOf({ findings, outcomes }: Audit): string {
  if (findings.length > 0) return countsOf(findings);
  if (outcomes.some(({ result }) => result.outcome === 'error')) return 'not known, rules broke';
  return outcomes.some(({ result }) => result.outcome === 'pass') ? 'no gaps seen' : 'nothing to ask';
}

function scopeOf({ findings, outcomes, rules, files, tool }: Audit): string {
  const number = (name: string): number => outcomes.filter(({ result }) => result.outcome === name).length;
  const applied = new Set(outcomes.filter(({ result }) => result.outcome !== 'not-applicable').map(({ rule }) => rule));
  const gaps = findings.reduce((sum, { count }) => sum + count, 0);
  const asides = [
    gaps > findings.length ? counted(gaps, 'gap') : '',
    ...(
      [
        ['unknown', 'unknown'],
        ['error', 'broke while running'],
        ['exempt', 'exempt'],
        ['declared', 'declared elsewhere'],
      ] as const
    ).map(([name, words]) => (number(name) > 0 ? `${number(name)} ${words}` : '')),
  ].filter(Boolean);
  const said = asides.length > 0 ? `; ${asides.join(', ')}` : '';
  return `${counted(files, 'file')} read by shipworthy ${prose(tool.version)}, ${applied.size} of ${counted(rules.length, 'rule')} applied${said}.`;
}

function stageTable(stages: Audit['summary']['stages']): string {
  const rows = STAGES.flatMap((stage) => {
    const met: Met | undefined = stages[stage];
    if (!met || met.applicable === 0) return [];
    return [`| ${stage} | ${met.met} of ${met.applicable} | ${met.met === met.applicable ? 'ready' : ''} |\n`];
  });
  return rows.length === 0 ? '' : `\n| stage | met | |\n|---|---:|---|\n${rows.join('')}`;
}

/** Components that are listed. */
const COMPONENTS_SHOWN = 15;

function componentTable({ findings }: Audit): string {
  const tallies = talliesOf(findings);
  if (tallies.length === 0) return '';
  const rows = tallies
    .slice(0, COMPONENTS_SHOWN)
    .map(
      ({ component, counts: { error, warning, info } }) =>
        `| ${prose(component)} | ${error} | ${warning} | ${info} |\n`,
    );
  const left = tallies.length - rows.length;
  const more = left > 0 ? `\n... and ${left} more components.\n` : '';
  return `\n| component | errors | warnings | info |\n|---|---:|---:|---:|\n${rows.join('')}${more}`;
}

function nextOf({ findings }: Audit): string {
  const next = nextStep(findings);
  return next === undefined ? '' : `\n**Next:** ${prose(next.todo)} More: ${code(`shipworthy explain ${next.rule}`)}\n`;
}
