import { homedir } from 'node:os';
import { cacheFolder, DiskCache, DiskReports } from '@shipworthy/cache';
import { visible } from '@shipworthy/reporters/visible';
import type { Context } from './context.ts';

interface Kept {
  readonly path: string;
  readonly cache: boolean;
}

/** The cache of a run, unless it is not wanted. Whoever opens it saves it after the report. */
export function openCache(asked: Kept, { env, build }: Pick<Context, 'env' | 'build'>): DiskCache | undefined {
  const place = placeOf(asked, env);
  return place && new DiskCache({ ...place, build });
}

/** The reports of earlier runs, unless they are not wanted. */
export function openReports(asked: Kept, { env, code }: Pick<Context, 'env' | 'code'>): DiskReports | undefined {
  const place = placeOf(asked, env);
  return place && new DiskReports({ ...place, build: code });
}

function placeOf({ path, cache }: Kept, env: NodeJS.ProcessEnv) {
  if (!cache) return undefined;
  const folder = cacheFolder({ env, platform: process.platform, home: home() });
  return folder === undefined ? undefined : { folder, repository: path };
}

/** What `--timing` adds of the cache, in lines. */
export function cacheTiming(cache: DiskCache | undefined, others: readonly string[] = []): string {
  if (!cache) return 'facts of files: the cache is off\n';
  const { known, read, troubles } = cache.report();
  const lines = [...troubles, ...others].map((trouble) => `cache ${trouble}`);
  return [`facts of files: ${known} from the cache, ${read} read`, ...lines]
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
