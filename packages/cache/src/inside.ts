import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The path with all links resolved, as far as it exists. */
export function physicalPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch (error) {
    const parent = dirname(full);
    if (parent === full) throw error;
    return join(physicalPath(parent), basename(full));
  }
}

/** The folder with `.git` that the audited folder lies in, or the audited folder itself. */
export function repositoryAround(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above;
    if (dirname(above) === above) return folder;
  }
}

/** Is the path the folder, or below it? Both physical. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
