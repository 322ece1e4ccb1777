import type { OrgReport } from './org-report.ts';

/** Everything that is written of a report, by path below its folder. The same report gives the same bytes. */
export function renderReport(report: OrgReport): ReadonlyMap<string, string> {
  return new Map([['report.json', `${JSON.stringify(report, null, 2)}\n`]]);
}
