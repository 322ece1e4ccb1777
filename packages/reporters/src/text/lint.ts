import type { Audit, Finding, Location } from '@shipworthy/model';
import { acceptedLines } from './accepted.ts';
import { componentLines } from './components.ts';
import { findingLines } from './finding.ts';
import { groupBy } from './group.ts';
import { nextStep } from './next-step.ts';
import type { TextOptions } from './options.ts';
import { outcomeLines } from './outcomes.ts';
import { type Style, styleFor } from './style.ts';
import { metLines, profileLines, verdictLine } from './summary.ts';
import { unknownLines } from './unknowns.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** Findings of one file that are listed; nobody reads on, and a hostile file has a million. */
const FINDINGS_OF_FILE_SHOWN = 500;

/**
 * The report a person reads: findings by file, what could not be seen, what is met, a verdict, the next step.
 * Ends with a line break. Everything that comes from the repository is escaped for terminals.
 */
export function renderText(audit: Audit, options: TextOptions): string {
  const style = styleFor(options);
  const lines: string[] = [];
  for (const inFile of byFile(audit.findings)) {
    const [first] = inFile;
    if (first) lines.push(fileHeader(first.location, style));
    const shown = inFile.slice(0, FINDINGS_OF_FILE_SHOWN);
    for (const finding of shown) lines.push(...findingLines(finding, style), '');
    const hidden = inFile.length - shown.length;
    if (hidden > 0) lines.push(`  ${style.dim(`and ${hidden} more in this file: --format json lists them`)}`, '');
  }
  if (options.showExempt) lines.push(...acceptedLines(audit.outcomes, style));
  if (options.verbose) lines.push(...outcomeLines(audit.outcomes, style));
  lines.push(...unknownLines(audit.outcomes, style, options.verbose === true));
  const components = componentLines(audit, style);
  if (components.length > 0) lines.push(...components, '');
  const met = metLines(audit, style);
  if (met.length > 0) lines.push(...met, '');
  lines.push(...profileLines(audit, style));
  lines.push(...wrap(verdictLine(audit, style), style.width, '', ''));
  lines.push(...nextLines(audit.findings, style));
  return `${lines.join('\n')}\n`;
}

function nextLines(findings: readonly Finding[], style: Style): string[] {
  const next = nextStep(findings);
  if (!next) return [];
  const label = 'Next: ';
  const hanging = ' '.repeat(label.length);
  const [first = '', ...rest] = wrap(next.todo, style.width, hanging, hanging);
  return [
    style.strong(label) + first.trimStart(),
    ...rest,
    `${hanging}${style.dim('More:')} shipworthy explain ${next.rule}`,
  ];
}

function fileHeader(location: Location, style: Style): string {
  return location.absent
    ? style.strong(`expected at ${visible(location.path)}`)
    : style.strong(style.path(location.path));
}

/** Files in path order; missing files after those that exist; within a file by line, then rule. */
function byFile(findings: readonly Finding[]): Finding[][] {
  const sorted = findings.toSorted(
    (a, b) =>
      Number(a.location.absent ?? false) - Number(b.location.absent ?? false) ||
      compare(a.location.path, b.location.path) ||
      (a.location.line ?? 0) - (b.location.line ?? 0) ||
      (a.location.column ?? 0) - (b.location.column ?? 0) ||
      compare(a.rule.id, b.rule.id),
  );
  return [...groupBy(sorted, ({ location }) => `${location.absent ?? false} ${location.path}`).values()];
}

/** Code unit order: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
