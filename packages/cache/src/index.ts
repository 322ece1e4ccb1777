export { type CacheFolderRequest, cacheFolder } from './cache-folder.ts';
export { type CacheReport, DiskCache, type DiskCacheRequest } from './disk-cache.ts';
