import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { entryAt, refusal, withoutPointer } from '@shipworthy/sources';
import type { GitHub, RepositoryName } from '../github.ts';
import { type BlobContent, batchesOf, blobContents } from './blob-contents.ts';
import { Losses } from './losses.ts';
import { listTree, type TreeListing } from './tree-listing.ts';

/** A commit of a repository on GitHub, by its full id: whatever a branch names may move during an audit. */
export interface GitHubCommit extends RepositoryName {
  readonly commit: string;
}

/**
 * The files of a commit, asked of GitHub's API: no clone, no git. Lists and reads the same entries and bytes as git does from
 * a clone; there is no history. Throws `SourceError` for what is no commit id; listing and reading reject with `GitHubFault`.
 */
export function gitHubSource(github: GitHub, { owner, repo, commit }: GitHubCommit): RepositorySource {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    throw new SourceError(
      `${JSON.stringify(commit)} is no full commit id`,
      'usage',
      'Give all 40 hexadecimal digits of the commit.',
    );
  return new GitHubSource(github, { owner, repo }, commit);
}

class GitHubSource implements RepositorySource {
  readonly kind = 'github';
  readonly name: string;
  readonly #github: GitHub;
  readonly #repository: RepositoryName;
  readonly #commit: string;
  readonly #losses = new Losses();
  #tree: Promise<TreeListing> | undefined;

  constructor(github: GitHub, repository: RepositoryName, commit: string) {
    this.#github = github;
    this.#repository = repository;
    this.#commit = commit;
    this.name = `${repository.owner}/${repository.repo} at ${commit}`;
  }

  async list(): Promise<Listing> {
    const { entries, unseen } = await this.#listed();
    const listing = { entries, commit: this.#commit, history: 'none' } as const;
    return unseen.length === 0 ? listing : { ...listing, unseen };
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    const { entries, sizes } = await this.#listed();
    const blobOf = (path: string): string | undefined => {
      const entry = entryAt(entries, path);
      return entry?.type === 'file' ? entry.blob : undefined;
    };
    const ids = [...new Set(paths.map(blobOf).filter((id) => id !== undefined))];
    const batches = batchesOf(ids, sizes);
    /** For each blob the last place in `paths` that needs it: there it is let go. */
    const last = new Map(paths.map((path, index) => [blobOf(path), index]));
    const held = new Map<string, BlobContent>();
    for (const [index, path] of paths.entries()) {
      const id = blobOf(path);
      if (id === undefined) {
        const refused = refusal(entryAt(entries, path)?.type);
        yield { path, content: refused ?? { reason: 'unreadable', detail: 'GitHub names no object for it' } };
        continue;
      }
      if (!held.has(id)) for (const [each, content] of await this.#next(batches, sizes)) held.set(each, content);
      const content = held.get(id) ?? { reason: 'unreadable', detail: 'GitHub gave no content' };
      if (last.get(id) === index) held.delete(id);
      yield { path, content: withoutPointer(content) };
    }
  }

  /** The next batch; batches are in the order in which their blobs are first needed. */
  async #next(batches: string[][], sizes: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, BlobContent>> {
    return blobContents(this.#github, this.#repository, batches.shift() ?? [], sizes, this.#losses);
  }

  /** Asked once; a failure is not kept. */
  #listed(): Promise<TreeListing> {
    this.#tree ??= listTree(this.#github, this.#repository, this.#commit).catch((error: unknown) => {
      this.#tree = undefined;
      throw error;
    });
    return this.#tree;
  }
}
