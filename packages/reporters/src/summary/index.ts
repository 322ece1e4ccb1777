import type { Audit } from '@shipworthy/model';
import { changeSummary } from './change.ts';
import type { SummaryOptions } from './options.ts';
import { wholeSummary } from './whole.ts';

export { renderComment } from './comment.ts';
export { type NoAudit, renderNoAudit } from './no-audit.ts';
export {
  CHECK_RUN_SUMMARY,
  COMMENT,
  type Limit,
  STEP_SUMMARY,
  type SummaryOptions,
  type SummaryVerdict,
} from './options.ts';

/** What people read of a run on GitHub, as GitHub Flavored Markdown: of a change, or of the repository as it is. */
export const renderSummary = (audit: Audit, options: SummaryOptions): string =>
  audit.change === undefined ? wholeSummary(audit, options) : changeSummary(audit, audit.change, options);
