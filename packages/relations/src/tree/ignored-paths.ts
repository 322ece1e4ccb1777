import ignore, { type Ignore } from 'ignore';
import { folderOf } from '../addresses/repository-path.ts';

/**
 * What the `.gitignore` files of a repository keep out of it.
 * @param files path of each `.gitignore` to its text
 */
export function ignoredPaths(files: ReadonlyMap<string, string>): (path: string) => boolean {
  let matchers: Map<string, Ignore> | undefined;
  return (path) => {
    if (files.size === 0 || !ignore.isPathValid(path)) return false;
    matchers ??= new Map([...files].map(([file, text]) => [folderOf(file), ignore().add(text)]));
    // The nearest file decides, as for git; one that says nothing leaves it to the one above.
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const matcher = matchers.get(folder);
      const inside = folder === '' ? path : path.slice(folder.length + 1);
      if (matcher && inside !== '') {
        const { ignored, unignored } = matcher.test(inside);
        if (ignored || unignored) return ignored;
      }
      if (folder === '') return false;
    }
  };
}
