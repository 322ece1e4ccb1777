import type { RelationContext } from '@shipworthy/model';
import { baseNameOf, extensionOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { filesNamed } from '../tree/files-named.ts';

/** Names that many folders have: one elsewhere says nothing of this one. */
const COMMON = /^(?:readme|index|_index|license|changelog|main|package|dockerfile|makefile|values|config)\b/i;

/** The one file of the repository that has a file's name in another folder: most likely where it went. */
export const movedFile: (context: RelationContext) => (path: string) => string | undefined = oncePerContext(
  ({ tree }) => {
    const named = filesNamed(tree);
    return (path) => {
      const name = baseNameOf(path).toLowerCase();
      if (extensionOf(name) === '' || COMMON.test(name)) return undefined;
      const [found, ...others] = named(name);
      return others.length === 0 ? found : undefined;
    };
  },
);
