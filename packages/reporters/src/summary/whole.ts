import { type Audit, type Finding, SEVERITIES } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { Budget } from '../markdown/budget.ts';
import { html } from '../markdown/escape.ts';
import { explanationsPart } from '../markdown/explanations.ts';
import { countsOf } from '../markdown/findings.ts';
import { unseenPart } from '../markdown/unseen.ts';
import { worstFirst } from '../page/worst.ts';
import { counted } from '../text/wrap.ts';
import { weigh } from './failing.ts';
import { fold, foldedRows } from './fold.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { leftOut } from './left-out.ts';
import { WebLinks } from './links.ts';
import { MARKS } from './marks.ts';
import { notesPart } from './notes.ts';
import { limitOf, type SummaryOptions } from './options.ts';
import { rowOf } from './row.ts';
import { stageRow } from './stage-row.ts';

/** Reasons why something could not be seen. */
const MAX_REASONS = 50;
/** Findings of a page: nobody reads more, and a browser shows more slowly. */
const MAX_FINDINGS = 300;
const MAX_HINTS = 50;
/** Files whose findings stand in the open. */
const OPEN_FILES = 5;

/** The repository as it is: readiness by stage, then findings by file in folds, the worst first. */
export function wholeSummary(audit: Audit, options: SummaryOptions): string {
  const limit = limitOf(options);
  const budget = new Budget(limit.size, limit.of);
  const links = new WebLinks(options.repository);
  const weighed = weigh(audit, options.verdict);
  const head = headline(audit, weighed, options.verdict);
  const foot = footer(audit, links, options);
  budget.take(head, foot, leftOut(audit.findings.length, limit));
  const stages = stageRow(audit.summary.stages);
  const hasStages = budget.take(stages);
  const notes = notesPart(options.notes ?? [], budget);
  const to = links.to(audit.commit);
  const graver = [...weighed.failing, ...weighed.warning];
  const { text, shown } = filesPart(graver, new Set(weighed.failing), to, budget);
  const hints = foldedRows(
    counted(weighed.advice.length, 'hint'),
    weighed.advice.map((finding) => rowOf(finding, to, 'named')),
    budget,
    (count) => `and ${count} more`,
    MAX_HINTS,
  );
  const left = graver.length - shown.length;
  const unseen = unseenPart(audit.outcomes, budget, MAX_REASONS);
  const why = explanationsPart(shown, options, budget);
  const rest = leftOut(left, limit, shown.length === MAX_FINDINGS ? MAX_FINDINGS : undefined);
  return [head, notes, hasStages ? stages : '', text, rest, hints, unseen, why, foot].join('');
}

interface FileRows {
  readonly findings: Finding[];
  readonly rows: string[];
}

function filesPart(findings: readonly Finding[], fails: ReadonlySet<Finding>, to: LinkTo, budget: Budget) {
  if (findings.length === 0 || !budget.take(HEADER)) return { text: '', shown: [] };
  const files = new Map<string, FileRows>();
  const worst = worstFirst(findings).toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  for (const finding of worst.slice(0, MAX_FINDINGS)) {
    const row = rowOf(finding, to, 'named');
    const { path } = finding.location;
    const known = files.get(path);
    // The title grows by a count for each severity at most, and there is room for the longest.
    const around = known ? '' : fileFold(path, { findings: [finding], rows: [''] }, fails, 'open') + COUNTS;
    if (!budget.take(row, around)) break;
    if (known) {
      known.findings.push(finding);
      known.rows.push(row);
    } else files.set(path, { findings: [finding], rows: [row] });
  }
  const parts = [...files].map(([path, file], index) => fileFold(path, file, fails, index < OPEN_FILES ? 'open' : ''));
  const shown = [...files.values()].flatMap(({ findings: here }) => here);
  return { text: parts.length === 0 ? '' : HEADER + parts.join(''), shown };
}

const HEADER = '\n### Findings by file\n';
/** Longer than any other. */
const COUNTS = '300 errors, 300 warnings';

function fileFold(path: string, { findings, rows }: FileRows, fails: ReadonlySet<Finding>, state: '' | 'open'): string {
  const mark = findings.some((finding) => fails.has(finding)) ? MARKS.fails : MARKS.warns;
  const name = path === '' ? 'the root of the repository' : `<code>${html(path)}</code>`;
  return fold(`${mark} ${name}: ${countsOf(findings)}`, rows.join(''), state);
}
