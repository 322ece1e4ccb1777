import type { StoredTree } from '../collect/stored-tree.ts';

type Entries = Pick<StoredTree, 'entries'>;

/** Whether a file of the tree before is in the one after, under its name or, unchanged, under another. */
export function filesLeft(before: Entries, after: Entries): (path: string) => boolean {
  const blobs = new Map(before.entries.map(({ path, blob }) => [path, blob]));
  const paths = new Set(after.entries.map(({ path }) => path));
  const contents = new Set(after.entries.map(({ blob }) => blob));
  return (path) => {
    const blob = blobs.get(path);
    return paths.has(path) || (blob !== undefined && contents.has(blob));
  };
}
