import { renderExceptionsCsv } from './csv/exceptions.ts';
import { csvInPieces } from './csv/index.ts';
import { reportJsonInPieces } from './json/index.ts';
import { renderReportMarkdown } from './markdown/index.ts';
import type { OrgReport } from './org-report.ts';
import { type SiteOptions, sitePages } from './site/index.ts';

export { renderCsv } from './csv/index.ts';
export { renderReportJson } from './json/index.ts';
export { renderReportMarkdown } from './markdown/index.ts';
export type * from './org-report.ts';
export { renderSite, type SiteOptions, sitePages } from './site/index.ts';

/** Everything that is written for a report, by path: the pages and, beside `index.html`, the data they link to. */
export function* reportFiles(
  report: OrgReport,
  options: SiteOptions = {},
): Generator<readonly [path: string, text: string | Iterable<string>]> {
  yield* sitePages(report, options);
  yield ['report.json', reportJsonInPieces(report)];
  yield ['report.md', renderReportMarkdown(report)];
  yield ['findings.csv', csvInPieces(report)];
  yield ['exceptions.csv', renderExceptionsCsv(report)];
}
