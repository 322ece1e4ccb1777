export { type CacheFolderRequest, cacheFolder } from './cache-folder.ts';
export { type CacheReport, DiskCache, type DiskCacheRequest } from './disk-cache.ts';
export { DiskReports, type DiskReportsRequest } from './disk-reports.ts';
export type { KeptReport } from './report-file.ts';
