import type { OrgReport } from '../org-report.ts';

/** `report.json`, as `schema/org-report.schema.json` describes it: the report itself, on one line. */
export const renderReportJson = (report: OrgReport): string => `${JSON.stringify(report)}\n`;
