export type { Means } from './audit/audit-tree.ts';
export type { DiscoveredRepository, Discovery } from './discovery/discovered.ts';
export { fromFolder } from './discovery/from-folder.ts';
export { type AssembleInput, assembleReport } from './report/assemble.ts';
export type * from './report/org-report.ts';
export { type Progress, type RunRequest, runAudits } from './run.ts';
export { openFileStore } from './store/file-store.ts';
export type { RepositoryRecord, RunHeader, WeekRecord } from './store/record.ts';
export type { FinishedRun, OpenRun, OrgStore } from './store/store.ts';
