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

/** So many questions are answered by a look at all paths: few repositories ask more, and an index costs as much as fifty. */
const MOST_LOOKS = 50;

function spelledOtherwise(files: ReadonlySet<string>, folders: ReadonlySet<string>): Tree['ignoringCase'] {
  let looks = 0;
  let byLowerCase: Map<string, string | undefined> | undefined;
  return (path) => {
    const wanted = path.toLowerCase();
    looks += 1;
    if (looks > MOST_LOOKS) byLowerCase ??= indexByLowerCase([...files, ...folders]);
    const found = byLowerCase
      ? byLowerCase.get(wanted)
      : only([...spelled(files, wanted), ...spelled(folders, wanted)]);
    return found === path ? undefined : found;
  };
}

const only = (paths: readonly string[]): string | undefined => (paths.length === 1 ? paths[0] : undefined);

function spelled(paths: ReadonlySet<string>, wanted: string): string[] {
  const found: string[] = [];
  for (const path of paths) if (path.length === wanted.length && path.toLowerCase() === wanted) found.push(path);
  return found;
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
