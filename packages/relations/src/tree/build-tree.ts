import type { Tree } from '@shipworthy/model';
import { ignoredPaths } from './ignored-paths.ts';

/**
 * The paths of a repository for questions of existence. Every folder above a path is known too; the root is ''.
 * Linear in the total length of the paths.
 * @param gitignores path of each `.gitignore` to its text
 */
export function buildTree(paths: Iterable<string>, gitignores: ReadonlyMap<string, string> = new Map()): Tree {
  const files = new Set(paths);
  const folders = new Set<string>(['']);
  // With its slash. Listings are sorted, so that most paths lie in the folder of the one before.
  let latest = '';
  for (const path of files) {
    if (path.startsWith(latest) && path.indexOf('/', latest.length) < 0) continue;
    latest = path.slice(0, path.lastIndexOf('/') + 1);
    for (let end = latest.length - 1; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return {
    paths: [...files],
    hasFile: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    ignoringCase: spelledOtherwise(files, folders),
    ignores: ignoredPaths(gitignores),
  };
}

/**
 * Only paths of one length can be spelled alike, so an index is made for each length that is asked about: a wrong spelling is
 * rare, and the lower case of every path costs more than all questions of most repositories.
 */
function spelledOtherwise(files: ReadonlySet<string>, folders: ReadonlySet<string>): Tree['ignoringCase'] {
  let byLength: ReadonlyMap<number, readonly string[]> | undefined;
  const indexes = new Map<number, ReadonlyMap<string, string | undefined>>();
  return (path) => {
    byLength ??= groupByLength([...files, ...folders]);
    const wanted = path.toLowerCase();
    const index = indexes.get(wanted.length) ?? indexByLowerCase(byLength.get(wanted.length) ?? []);
    indexes.set(wanted.length, index);
    const found = index.get(wanted);
    return found === path ? undefined : found;
  };
}

function groupByLength(paths: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const path of paths) {
    const group = groups.get(path.length);
    if (group) group.push(path);
    else groups.set(path.length, [path]);
  }
  return groups;
}

/** Paths by their lower-case spelling; `undefined` where two paths share one. */
function indexByLowerCase(paths: readonly string[]): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const path of paths) {
    const key = path.toLowerCase();
    index.set(key, index.has(key) ? undefined : path);
  }
  return index;
}
