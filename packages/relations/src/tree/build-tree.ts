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
  for (const path of files)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  let byLowerCase: Map<string, string | undefined> | undefined;
  return {
    paths: [...files],
    hasFile: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    ignoringCase(path) {
      byLowerCase ??= indexByLowerCase([...files, ...folders]);
      const found = byLowerCase.get(path.toLowerCase());
      return found === path ? undefined : found;
    },
    ignores: ignoredPaths(gitignores),
  };
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
