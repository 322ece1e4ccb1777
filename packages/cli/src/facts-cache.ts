import { homedir } from 'node:os';
import { cacheFolder, DiskCache } from '@shipworthy/cache';
import { visible } from '@shipworthy/reporters/visible';
import type { Context } from './context.ts';

/** The cache of a run, unless it is not wanted. Whoever opens it saves it after the report. */
export function openCache(
  { path, cache }: { readonly path: string; readonly cache: boolean },
  { env, build }: Pick<Context, 'env' | 'build'>,
): DiskCache | undefined {
  if (!cache) return undefined;
  const folder = cacheFolder({ env, platform: process.platform, home: home() });
  return folder === undefined ? undefined : new DiskCache({ folder, repository: path, build });
}

/** What `--timing` adds of the cache, in lines. */
export function cacheTiming(cache: DiskCache | undefined): string {
  if (!cache) return 'facts of files: the cache is off\n';
  const { known, read, troubles } = cache.report();
  return [`facts of files: ${known} from the cache, ${read} read`, ...troubles.map((trouble) => `cache ${trouble}`)]
    .map((line) => `${visible(line)}\n`)
    .join('');
}

/** '' for an account without one. */
function home(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
