import type { RepositorySource } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { BlobSource } from './blob-source.ts';
import { indexListing } from './git-listing.ts';
import { gitListing, gitPosition } from './git-repository.ts';
import { indexOfCommit } from './index-of-commit.ts';
import { requireEmpty } from './unseen-tree.ts';

/**
 * What the next commit would hold: the files as they are staged, whatever lies on disk; within a hook, those of the commit that
 * is being made. Throws `SourceError`.
 */
export async function stagedFiles(path: string): Promise<RepositorySource> {
  const root = auditedFolder(path);
  const position = await gitPosition(root);
  if (!position?.insideWorkTree)
    throw new SourceError(
      `${path} is not in a work tree of git, so nothing is staged`,
      'usage',
      'Give a folder of a git repository, or leave --staged out.',
    );
  const { stdout } = await gitListing(root, ['ls-files', '-t', '-s', '-z'], {
    index: await indexOfCommit(root, process.env),
  });
  const { entries } = indexListing(stdout, true);
  if (entries.length === 0 && position.top) await requireEmpty(root, path, position);
  return new BlobSource('staged', `${path} as staged`, root, {
    entries,
    ...(position.head === undefined ? {} : { commit: position.head }),
    history: position.head === undefined ? 'none' : position.shallow ? 'shallow' : 'full',
  });
}
