import type { Audit } from './audit.ts';

/** Reporters can count on room for this many bytes; nobody may ask for less. */
export const MIN_REPORT_LIMIT = 2_000;

/** What a reporter is told besides the audit. A reporter uses what its format has room for. */
export interface ReportOptions {
  /** The page of a rule as Markdown (`## Why`, `## What counts`, `## How to fix`, `## Examples`), when there is one. */
  readonly page?: (rule: string) => string | undefined;
  /** The report stays below this many bytes of UTF-8; what is left out is said. */
  readonly limit?: number;
  /** Web address of the repository, only when it is certain that the audit is of it. */
  readonly repository?: string;
}

/** One output format: a pure function from audit to text, chosen by name with `--format`. */
export interface Reporter {
  /** Lower-case words with `-` between them. */
  readonly name: string;
  /** The whole report, ending with a line break. No files, no network, no clock. */
  render(audit: Audit, options: ReportOptions): string;
}
