import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { auditedFolder } from './audited-folder.ts';
import { gitFault } from './git-fault.ts';
import { runGit } from './git-process.ts';
import { type GitPosition, gitPosition } from './git-repository.ts';
import { FETCH, isCommitId, REMOTE, type Remote, reachOf } from './remote.ts';
import { whyNotFetched } from './remote-fault.ts';
import { addShallowCommits, shallowCommits } from './shallow-file.ts';

export interface FetchCommitRequest extends Remote {
  /** A full id. */
  readonly commit: string;
}

/** A commit that is there now, or why it could not be fetched: one clause, and what to do about it. */
export type FetchedCommit =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly advice: string };

/** Whether a commit (full id) and the top of its tree are in the repository at `path`. Asks no server. Throws `SourceError`. */
export async function hasCommit(path: string, commit: string): Promise<boolean> {
  if (!isCommitId(commit)) return false;
  return (await runGit(auditedFolder(path), ['cat-file', '-e', `${commit}^{tree}`])).ok;
}

/**
 * Fetches one commit into the repository at `path`: its files alone where that is shallow, else all that led to it. No
 * reference, work tree or setting changes. Nothing the repository configures is followed: git runs in a repository of its own
 * that only shares the objects. Throws `SourceError` where there is no repository.
 */
export async function fetchCommit(path: string, request: FetchCommitRequest): Promise<FetchedCommit> {
  const root = auditedFolder(path);
  if (!isCommitId(request.commit))
    return { ok: false, why: 'it is no full commit id', advice: 'Give all of its hexadecimal digits.' };
  if (await hasCommit(path, request.commit)) return { ok: true };
  const position = await gitPosition(root);
  if (!position)
    return { ok: false, why: 'the folder is no git repository', advice: 'Check the repository out first.' };
  const stand = mkdtempSync(join(tmpdir(), 'shipworthy-fetch-'));
  try {
    return await fetchThrough(stand, await placesOf(root), position, request);
  } finally {
    rmSync(stand, { recursive: true, force: true });
  }
}

/** Files of a repository (absolute paths), which may belong to a work tree of another. */
interface Places {
  readonly objects: string;
  readonly shallow: string;
}

async function placesOf(root: string): Promise<Places> {
  const answer = await runGit(root, ['rev-parse', '--git-path', 'objects', '--git-path', 'shallow']);
  const [objects = '', shallow = ''] = answer.stdout.toString('utf8').split('\n');
  if (!answer.ok || objects === '' || shallow === '') throw gitFault(root, answer.stderr);
  const absolute = (file: string): string => (isAbsolute(file) ? file : resolve(root, file));
  return { objects: absolute(objects), shallow: absolute(shallow) };
}

/** Fetches in an empty repository at `stand`, with the objects of the other one and no more of it than where it ends. */
async function fetchThrough(
  stand: string,
  { objects, shallow }: Places,
  position: GitPosition,
  request: FetchCommitRequest,
): Promise<FetchedCommit> {
  const { commit } = request;
  const reach = { ...reachOf(request), objects };
  const format = commit.length === 64 ? 'sha256' : 'sha1';
  const made = await runGit(stand, ['init', '--quiet', '--template=', `--object-format=${format}`]);
  if (!made.ok) throw gitFault(stand, made.stderr);
  const ends = shallowCommits(shallow);
  const ownShallow = join(stand, '.git', 'shallow');
  if (ends.size > 0) writeFileSync(ownShallow, [...ends].map((id) => `${id}\n`).join(''));
  const partial = lacksObjects(objects);
  // What is there need not be sent again, unless a promise stands for parts of it: then nothing is relied on.
  if (position.head !== undefined && !partial)
    await runGit(stand, ['update-ref', 'refs/heads/there', position.head], '', { objects });
  const depth = position.shallow || partial ? ['--depth=1'] : [];
  const fetched = await runGit(stand, [...FETCH, ...depth, '--stdin', REMOTE], `${commit}\n`, reach);
  if (!fetched.ok) {
    const { why, advice } = whyNotFetched(fetched.stderr);
    return { ok: false, why, advice };
  }
  // A clone with its whole history stays one: what it knows of its own past must not end at a commit that is only visited.
  if (!position.shallow || addShallowCommits(shallow, shallowCommits(ownShallow))) return { ok: true };
  return {
    ok: false,
    why: `another git is at work (${shallow}.lock is there)`,
    advice: 'Wait for it to end; if none is, remove that file.',
  };
}

/** A partial clone: some of what its commits hold is only promised. */
function lacksObjects(objects: string): boolean {
  try {
    return readdirSync(join(objects, 'pack')).some((name) => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}
