import { mkdirSync, readdirSync } from 'node:fs';
import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { BlobSource } from './blob-source.ts';
import { gitFault } from './git-fault.ts';
import { treeEntries } from './git-listing.ts';
import { runGit } from './git-process.ts';
import { gitListing } from './git-repository.ts';
import { FETCH, isCommitId, REMOTE, type Remote, reachOf } from './remote.ts';
import { remoteFault } from './remote-fault.ts';
import { entryAt } from './sorted-entries.ts';

export interface FetchCommitsRequest extends Remote {
  /** Full ids, or full names of references (`refs/heads/main`). */
  readonly commits: readonly string[];
  /** Where to put the repository: a folder that is made, or is empty. Whoever gives it removes it. */
  readonly folder: string;
}

/** Commits of a repository on a server, without the contents of their files: those are fetched when they are read. */
export interface PartialClone {
  readonly folder: string;
  /** The ids of the commits that were asked for, in that order. */
  readonly commits: readonly string[];
  /** The files of one of these commits. What one `read` lacks is fetched at once. Rejects with `SourceError`. */
  source(commit: string): Promise<RepositorySource>;
}

/**
 * Fetches commits and their trees, no history and no contents, where the server can leave those out. No work tree is made and
 * nothing is checked out. Rejects with `SourceError`.
 */
export async function fetchCommits(request: FetchCommitsRequest): Promise<PartialClone> {
  const { folder, commits } = request;
  const reach = reachOf(request);
  for (const commit of commits)
    if (!isCommitId(commit) && !isReference(commit))
      throw new SourceError(
        `${JSON.stringify(commit)} is no commit that can be fetched`,
        'usage',
        'Give full commit ids, or references like refs/heads/main.',
      );
  mkdirSync(folder, { recursive: true });
  // A repository that is there already would bring settings of its own.
  if (readdirSync(folder).length > 0)
    throw new SourceError(`${folder} is not empty`, 'usage', 'Give a folder that is empty, or is not there yet.');
  const format = commits.some((commit) => commit.length === 64 && isCommitId(commit)) ? 'sha256' : 'sha1';
  // Not bare: some people's git refuses those that nobody named (safe.bareRepository). No template: no sample hooks.
  const made = await runGit(folder, ['init', '--quiet', '--template=', `--object-format=${format}`]);
  if (!made.ok) throw gitFault(folder, made.stderr);
  const wanted = commits.map((commit, index) => `${commit}:${pinOf(index)}\n`).join('');
  const fetched = await runGit(folder, [...FETCH, '--depth=1', FILTER, '--stdin', REMOTE], wanted, partial(reach));
  if (!fetched.ok) throw remoteFault(request.url, fetched.stderr);
  const ids = await Promise.all(commits.map((_, index) => idOf(folder, pinOf(index))));
  return {
    folder,
    commits: ids,
    source: (commit) => lazySource(folder, request, commit),
  };
}

const FILTER = '--filter=blob:none';
/** Keeps a commit, and finds the one a reference named. */
const pinOf = (index: number): string => `refs/shipworthy/${index}`;
const isReference = (text: string): boolean => /^refs\/(?:(?!\.\.|\/\/|\/\.)[\w./+@#-])+$/.test(text);

/** That the remote keeps what is not here is known to a fetch only: reading must never begin to ask for single objects. */
function partial(reach: ReturnType<typeof reachOf>): ReturnType<typeof reachOf> {
  const promise: [string, string][] = [
    [`remote.${REMOTE}.promisor`, 'true'],
    [`remote.${REMOTE}.partialCloneFilter`, 'blob:none'],
    ['fetch.negotiationAlgorithm', 'noop'],
  ];
  return { ...reach, settings: [...(reach.settings ?? []), ...promise] };
}

async function idOf(folder: string, reference: string): Promise<string> {
  const answer = await runGit(folder, ['rev-parse', '--verify', `${reference}^{commit}`]);
  if (!answer.ok) throw gitFault(folder, answer.stderr);
  return answer.stdout.toString('utf8').trim();
}

async function lazySource(folder: string, remote: Remote, commit: string): Promise<RepositorySource> {
  const { stdout } = await gitListing(folder, ['ls-tree', '-r', '-z', commit]);
  const listing = { entries: treeEntries(stdout), commit, history: 'shallow' } as const;
  return new PartialCloneSource(folder, remote, listing);
}

/** Reads from the clone after it has fetched what a read lacks. */
class PartialCloneSource extends BlobSource {
  readonly #folder: string;
  readonly #remote: Remote;
  readonly #entries: Listing['entries'];

  constructor(folder: string, remote: Remote, listing: Listing) {
    super('revision', `${remote.url} at ${listing.commit ?? ''}`, folder, listing);
    this.#folder = folder;
    this.#remote = remote;
    this.#entries = listing.entries;
  }

  override async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    const blobs = paths.flatMap((path) => {
      const entry = entryAt(this.#entries, path);
      return entry?.type === 'file' && entry.blob !== undefined ? [entry.blob] : [];
    });
    await fetchBlobs(this.#folder, this.#remote, [...new Set(blobs)]);
    yield* super.read(paths);
  }
}

/** Objects the server has lost are left out one by one, this often; reading then says which those are. */
const MAX_LOST = 32;

/** Fetches those of the blobs that are not there, all at once. */
async function fetchBlobs(folder: string, remote: Remote, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const there = await runGit(folder, ['cat-file', '--batch-check=%(objectname)'], `${ids.join('\n')}\n`);
  const answers = there.stdout.toString('utf8').matchAll(/^([0-9a-f]+) missing$/gm);
  const missing = new Set([...answers].flatMap(([, id]) => id ?? []));
  const reach = partial(reachOf(remote));
  for (let lost = 0; missing.size > 0; lost++) {
    const input = [...missing].map((id) => `${id}\n`).join('');
    const fetched = await runGit(folder, [...FETCH, FILTER, '--stdin', REMOTE], input, reach);
    if (fetched.ok) return;
    const refused = /not our ref ([0-9a-f]+)/.exec(fetched.stderr)?.[1];
    if (refused === undefined || lost === MAX_LOST || !missing.delete(refused))
      throw remoteFault(remote.url, fetched.stderr);
  }
}
