import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { readBlobs } from './git-blobs.ts';
import { treeEntries } from './git-listing.ts';
import { gitListing, gitPosition, resolveCommit } from './git-repository.ts';
import { refusal } from './refusal.ts';
import { entryAt } from './sorted-entries.ts';

/**
 * The files of a commit, read from the objects of the repository at `path` (which may be bare). A path below the top of
 * a work tree stands for that folder in the commit; paths are relative to it. Bytes are those git stores: no line-end
 * conversion, and pointers instead of what Git LFS keeps elsewhere. Throws `SourceError`.
 */
export async function gitRevision(path: string, revision: string): Promise<RepositorySource> {
  const root = auditedFolder(path);
  const position = await gitPosition(root);
  if (!position)
    throw new SourceError(
      `${path} is not in a git repository, so it has no revisions`,
      'usage',
      'Give a folder of a git repository, or leave the revision out.',
    );
  const commit = await resolveCommit(root, revision, position.shallow);
  const { stdout } = await gitListing(root, ['ls-tree', '-r', '-z', commit]);
  const listing = {
    entries: treeEntries(stdout),
    commit,
    history: position.shallow ? 'shallow' : 'full',
  } as const;
  return new RevisionSource(`${path} at ${revision}`, root, listing);
}

class RevisionSource implements RepositorySource {
  readonly kind = 'revision';
  readonly name: string;
  readonly #root: string;
  readonly #listing: Listing;

  constructor(name: string, root: string, listing: Listing) {
    this.name = name;
    this.#root = root;
    this.#listing = listing;
  }

  async list(): Promise<Listing> {
    return this.#listing;
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    const blobOf = (path: string): string | undefined => {
      const entry = entryAt(this.#listing.entries, path);
      return entry?.type === 'file' ? entry.blob : undefined;
    };
    const blobs = readBlobs(
      this.#root,
      paths.map(blobOf).filter((id) => id !== undefined),
    );
    try {
      for (const path of paths) {
        const refused = refusal(entryAt(this.#listing.entries, path)?.type);
        if (refused) yield { path, content: refused };
        else {
          const next = await blobs.next();
          yield { path, content: next.done ? { reason: 'unreadable', detail: 'git gave no content' } : next.value };
        }
      }
    } finally {
      await blobs.return();
    }
  }
}
