import type { Finding, Location } from '@shipworthy/model';
import { findingLines } from './finding.ts';
import { groupBy } from './group.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';

/** Findings of one file that are listed; nobody reads on, and a hostile file has a million. */
const FINDINGS_OF_FILE_SHOWN = 500;

/** Findings below the names of their files, each with a blank line after it. */
export function findingsByFile(findings: readonly Finding[], style: Style): string[] {
  const lines: string[] = [];
  for (const inFile of byFile(findings)) {
    const [first] = inFile;
    if (first) lines.push(fileHeader(first.location, style));
    const shown = inFile.slice(0, FINDINGS_OF_FILE_SHOWN);
    for (const finding of shown) lines.push(...findingLines(finding, style), '');
    const hidden = inFile.length - shown.length;
    if (hidden > 0) lines.push(`  ${style.dim(`and ${hidden} more in this file: --format json lists them`)}`, '');
  }
  return lines;
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
