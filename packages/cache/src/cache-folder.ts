import { isAbsolute, join, resolve } from 'node:path';

export interface CacheFolderRequest {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Absolute; '' when there is none. */
  readonly home: string;
}

/**
 * Where caches are kept: `SHIPWORTHY_CACHE_DIR`, or the platform's place (XDG Base Directory Specification, which ignores
 * relative paths; `~/Library/Caches`; `%LOCALAPPDATA%`). Absolute; undefined where there is no such place.
 */
export function cacheFolder({ env, platform, home }: CacheFolderRequest): string | undefined {
  if (env.SHIPWORTHY_CACHE_DIR) return resolve(env.SHIPWORTHY_CACHE_DIR);
  const place = platformPlace(env, platform, isAbsolute(home) ? home : undefined);
  return place === undefined ? undefined : join(place, 'shipworthy');
}

function platformPlace(
  { XDG_CACHE_HOME, LOCALAPPDATA }: CacheFolderRequest['env'],
  platform: NodeJS.Platform,
  home: string | undefined,
): string | undefined {
  if (platform === 'win32') return LOCALAPPDATA && isAbsolute(LOCALAPPDATA) ? LOCALAPPDATA : undefined;
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (home === undefined) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
