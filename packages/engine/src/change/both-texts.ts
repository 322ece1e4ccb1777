import type { ChangedFile, Inventory, RepositorySource } from '@shipworthy/model';
import type { BothTexts } from '@shipworthy/rule-kit';
import { readTexts } from '../read-texts.ts';
import { askedForComments } from './comment-only.ts';
import type { BaseInput } from './pairs.ts';

export interface Sources {
  readonly base: RepositorySource;
  readonly head: RepositorySource;
}

/**
 * The texts of changed files, by path in the head, or in the base of what is gone: of those in which perhaps only comments
 * differ, and of those that hold an artifact in one of the inventories. Read at once: what starts a process for each reading is slow.
 */
export async function bothTexts(
  files: readonly ChangedFile[],
  { base, head }: Sources,
  inventories: readonly Inventory[],
): Promise<BaseInput['texts']> {
  const artifacts = new Set(
    inventories.flatMap((inventory) =>
      inventory.files.flatMap((file) => (file.artifacts.length > 0 ? [file.path] : [])),
    ),
  );
  const forComments = new Set(askedForComments(files));
  const asked = files.filter(
    (file) => forComments.has(file) || artifacts.has(file.path) || artifacts.has(baseOf(file)),
  );
  const [old, now] = await Promise.all([
    readTexts(
      base,
      asked.flatMap((file) => (file.state === 'added' ? [] : baseOf(file))),
    ),
    readTexts(
      head,
      asked.flatMap((file) => (file.state === 'removed' ? [] : file.path)),
    ),
  ]);
  const texts = new Map(asked.map((file) => [file.path, pair(old.get(baseOf(file)), now.get(file.path))]));
  return { of: (path) => texts.get(path) };
}

/** Where a file was, or would have been, in the base. */
export const baseOf = ({ path, from }: ChangedFile): string => from ?? path;

const pair = (before: string | undefined, after: string | undefined): BothTexts => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
