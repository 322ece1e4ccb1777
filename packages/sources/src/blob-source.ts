import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import { readBlobs } from './git-blobs.ts';
import { refusal } from './refusal.ts';
import { entryAt } from './sorted-entries.ts';

/** Files whose contents are objects of a repository: those of a commit, or those that are staged. */
export class BlobSource implements RepositorySource {
  readonly kind: 'revision' | 'staged';
  readonly name: string;
  readonly #root: string;
  readonly #listing: Listing;

  constructor(kind: BlobSource['kind'], name: string, root: string, listing: Listing) {
    this.kind = kind;
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
      this.kind === 'revision' ? 'refused' : 'told',
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
