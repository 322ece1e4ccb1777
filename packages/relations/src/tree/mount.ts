import type { Tree } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';

/**
 * The submodule or symbolic link that a path is, or lies behind: such an entry is listed like a file, and what is below it is not.
 * A plain file is its own answer, so ask for paths that should be folders or are missing.
 */
export function mountOf(tree: Tree, path: string): string | undefined {
  for (let above = path; above !== ''; above = folderOf(above)) if (tree.hasFile(above)) return above;
  return undefined;
}
