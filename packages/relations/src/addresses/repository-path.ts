import { posix } from 'node:path';

/** '' for a path in the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The extension of the last segment, lower case, without dot; '' if none. */
export function extensionOf(path: string): string {
  return posix.extname(path).slice(1).toLowerCase();
}

/**
 * A relative path as a path of the repository, without `.`, `..`, or a slash at the end.
 * `undefined` when it leads out of the repository.
 */
export function resolvePath(folder: string, relative: string): string | undefined {
  if (leavesRoot(folder, relative)) return undefined;
  return posix.normalize(`/${folder}/${relative}`).replace(/^\/|\/$/g, '');
}

/** `normalize` swallows `..` above an absolute root, so depth is counted here. */
function leavesRoot(folder: string, relative: string): boolean {
  let depth = folder === '' ? 0 : folder.split('/').length;
  for (const segment of relative.split('/')) {
    if (segment === '..') depth -= 1;
    else if (segment !== '' && segment !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** The percent-decoded text; as it is when it is not valid percent-encoding. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
