import { type Audit, type Finding, SEVERITIES } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { Budget } from '../markdown/budget.ts';
import { html } from '../markdown/escape.ts';
import { explanationsPart } from '../markdown/explanations.ts';
import { countsOf } from '../markdown/findings.ts';
import { stageTable } from '../markdown/stage-table.ts';
import { unseenPart } from '../markdown/unseen.ts';
import { worstFirst } from '../page/worst.ts';
import { weigh } from './failing.ts';
import { fold } from './fold.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { leftOut } from './left-out.ts';
import { WebLinks } from './links.ts';
import { MARKS } from './marks.ts';
import { notesPart } from './notes.ts';
import { limitOf, type SummaryOptions } from './options.ts';
import { rowOf } from './row.ts';

/** Reasons why something could not be seen. */
const MAX_REASONS = 50;
/** Findings of a page: nobody reads more, and a browser shows more slowly. */
const MAX_FINDINGS = 300;

/** The repository as it is: readiness by stage, then findings by file in folds, the worst first. */
export function wholeSummary(audit: Audit, options: SummaryOptions): string {
  const limit = limitOf(options);
  const budget = new Budget(limit.size, limit.of);
  const links = new WebLinks(options.repository);
  const weighed = weigh(audit, options.verdict);
  const head = headline(audit, weighed, options.verdict);
  const foot = footer(audit, links, options);
  budget.take(head, foot, leftOut(audit.findings.length, limit));
  const stages = stageTable(audit.summary.stages);
  const hasStages = budget.take(stages);
  const notes = notesPart(options.notes ?? [], budget);
  const { text, shown } = filesPart(audit.findings, new Set(weighed.failing), links.to(audit.commit), budget);
  const left = audit.findings.length - shown.length;
  const unseen = unseenPart(audit.outcomes, budget, MAX_REASONS);
  const why = explanationsPart(shown, options, budget);
  const rest = leftOut(left, limit, shown.length === MAX_FINDINGS ? MAX_FINDINGS : undefined);
  return [head, notes, hasStages ? stages : '', text, rest, unseen, why, foot].join('');
}

interface FileRows {
  readonly findings: Finding[];
  readonly rows: string[];
}

function filesPart(findings: readonly Finding[], fails: ReadonlySet<Finding>, to: LinkTo, budget: Budget) {
  if (!budget.take(HEADER)) return { text: '', shown: [] };
  const files = new Map<string, FileRows>();
  const worst = worstFirst(findings).toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  for (const finding of worst.slice(0, MAX_FINDINGS)) {
    const row = rowOf(finding, to, 'named');
    const { path } = finding.location;
    const known = files.get(path);
    // The title grows by a count for each severity at most, and there is room for the longest.
    if (!budget.take(row, known ? '' : fileFold(path, [finding], [''], fails) + COUNTS)) break;
    if (known) {
      known.findings.push(finding);
      known.rows.push(row);
    } else files.set(path, { findings: [finding], rows: [row] });
  }
  const parts = [...files].map(([path, { findings: here, rows }]) => fileFold(path, here, rows, fails));
  const shown = [...files.values()].flatMap(({ findings: here }) => here);
  return { text: parts.length === 0 ? '' : HEADER + parts.join(''), shown };
}

const HEADER = '\n### Findings by file\n';
/** Longer than any other. */
const COUNTS = '300 errors, 300 warnings, 300 info';

function fileFold(
  path: string,
  findings: readonly Finding[],
  rows: readonly string[],
  fails: ReadonlySet<Finding>,
): string {
  const name = path === '' ? 'the root of the repository' : `<code>${html(path)}</code>`;
  return fold(`${markOf(findings, fails)}${name}: ${countsOf(findings)}`, rows.join(''));
}

function markOf(findings: readonly Finding[], fails: ReadonlySet<Finding>): string {
  if (findings.some((finding) => fails.has(finding))) return `${MARKS.fails} `;
  return findings.some(({ severity }) => severity !== 'info') ? `${MARKS.warns} ` : '';
}
