import { groupBy } from './group.ts';

/** Lines for one kind that somebody still reads, where folders can stand for their files. */
const MAX_LINES = 30;
/** Folders deeper than this are one folder to whoever looks for an overview. */
const MAX_DEPTH = 12;

/** A folder with what was found below it, or a single thing. */
export type Line<T> = T | { readonly folder: string; readonly held: readonly T[] };

/**
 * The items as they are, or, where they are too many to read, the folders that hold them: as deep as still makes few
 * lines, in the order of their first item. What is alone in its folder stands for itself.
 */
export function byFolder<T extends { readonly path: string }>(items: readonly T[]): readonly Line<T>[] {
  if (items.length <= MAX_LINES) return items;
  let best = grouped(items, 1);
  for (let depth = 2; depth <= MAX_DEPTH; depth++) {
    const deeper = grouped(items, depth);
    if (deeper.length > MAX_LINES) break;
    best = deeper;
  }
  return best;
}

function grouped<T extends { readonly path: string }>(items: readonly T[], depth: number): Line<T>[] {
  return [...groupBy(items, ({ path }) => folderOf(path, depth))].map(([folder, held]): Line<T> => {
    const [only] = held;
    return held.length === 1 && only ? only : { folder, held };
  });
}

/** The first folders of a path, so many of them; `./` for a file at the root. */
function folderOf(path: string, depth: number): string {
  const folders = path.split('/').slice(0, -1).slice(0, depth);
  return folders.length === 0 ? './' : `${folders.join('/')}/`;
}
