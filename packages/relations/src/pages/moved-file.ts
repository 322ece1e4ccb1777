import type { RelationContext } from '@shipworthy/model';
import { baseNameOf, extensionOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/** Names that many folders have: one elsewhere says nothing of this one. */
const COMMON = /^(?:readme|index|_index|license|changelog|main|package|dockerfile|makefile|values|config)\b/i;

/** The one file of the repository that has a file's name in another folder: most likely where it went. */
export const movedFile: (context: RelationContext) => (path: string) => string | undefined = oncePerContext(
  ({ tree }) => {
    let byName: Map<string, string | undefined> | undefined;
    return (path) => {
      const name = baseNameOf(path).toLowerCase();
      if (extensionOf(name) === '' || COMMON.test(name)) return undefined;
      byName ??= indexByName(tree.paths);
      return byName.get(name);
    };
  },
);

/** Paths by their names in lower case; `undefined` where two files share one. */
function indexByName(paths: readonly string[]): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const path of paths) {
    const name = baseNameOf(path).toLowerCase();
    index.set(name, index.has(name) ? undefined : path);
  }
  return index;
}
