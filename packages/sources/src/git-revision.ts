import type { RepositorySource } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { BlobSource } from './blob-source.ts';
import { treeEntries } from './git-listing.ts';
import { gitListing, gitPosition, resolveCommit } from './git-repository.ts';

/**
 * The files of a commit, read from the objects of the repository at `path` (which may be bare). A path below the top of
 * a work tree stands for that folder in the commit; paths are relative to it. Bytes are those git stores: no line-end
 * conversion, and pointers instead of what Git LFS keeps elsewhere. Throws `SourceError`.
 */
export async function gitRevision(path: string, revision: string): Promise<RepositorySource> {
  const root = auditedFolder(path);
  // Both at once: waiting for two answers takes as long as for one. Where there is no repository, that is the answer.
  const asking = gitPosition(root);
  const resolving = resolveCommit(root, revision, asking);
  resolving.catch(() => {});
  const position = await asking;
  if (!position)
    throw new SourceError(
      `${path} is not in a git repository, so it has no revisions`,
      'usage',
      'Give a folder of a git repository, or leave the revision out.',
    );
  const commit = await resolving;
  const { stdout } = await gitListing(root, ['ls-tree', '-r', '-z', commit]);
  const listing = {
    entries: treeEntries(stdout),
    commit,
    history: position.shallow ? 'shallow' : 'full',
  } as const;
  return new BlobSource('revision', `${path} at ${revision}`, root, listing);
}
