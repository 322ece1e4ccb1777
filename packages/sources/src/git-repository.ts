import { SourceError } from '@shipworthy/model';
import { gitFault, isOutsideRepository } from './git-fault.ts';
import { type GitReach, runGit } from './git-process.ts';

/** What a folder is to git. */
export interface GitPosition {
  /** No work tree: the objects of a repository alone. */
  readonly bare: boolean;
  readonly insideWorkTree: boolean;
  readonly shallow: boolean;
  /** The folder is the top of its work tree. */
  readonly top: boolean;
  /** The commit HEAD names; undefined before the first. */
  readonly head?: string;
  /** The tree of that commit; undefined where the clone lacks it. */
  readonly tree?: string;
}

/**
 * Asks git about a folder (absolute path). Undefined outside of any repository; rejects with `SourceError` when there is a
 * repository that git cannot or will not read.
 */
export async function gitPosition(folder: string): Promise<GitPosition | undefined> {
  const answer = await runGit(folder, [
    'rev-parse',
    '--is-bare-repository',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-cdup',
    // Last, because these fail before the first commit; what stands before them was printed by then.
    'HEAD^{commit}',
    'HEAD^{tree}',
  ]);
  const [bare, inside, shallow, ...rest] = answer.stdout.toString('utf8').split('\n');
  if (bare !== 'true' && bare !== 'false') {
    if (isOutsideRepository(answer.stderr)) return undefined;
    throw gitFault(folder, answer.stderr);
  }
  // A bare repository has no line for where its top is.
  const [head, tree] = rest.filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  return {
    bare: bare === 'true',
    insideWorkTree: inside === 'true',
    shallow: shallow === 'true',
    top: rest[0] === '',
    ...(head === undefined ? {} : { head }),
    ...(tree === undefined ? {} : { tree }),
  };
}

/** Output of a listing command; rejects with `SourceError` when it fails. */
export async function gitListing(
  folder: string,
  args: readonly string[],
  reach?: GitReach,
): Promise<{ readonly stdout: Buffer; readonly stderr: string }> {
  const answer = await runGit(folder, args, '', reach);
  if (!answer.ok) throw gitFault(folder, answer.stderr);
  return answer;
}

/**
 * The commit a revision names. Rejects with `SourceError` when it names none.
 * @param position of the folder; only waited for to say what may help
 */
export async function resolveCommit(
  folder: string,
  revision: string,
  position: Promise<GitPosition | undefined>,
): Promise<string> {
  const refused = async (why: string): Promise<SourceError> => {
    const shallow = (await position)?.shallow ?? false;
    return new SourceError(`revision ${JSON.stringify(revision)} ${why}`, 'usage', revisionAdvice(shallow));
  };
  if (revision === '') throw await refused('is empty');
  if (revision.startsWith('-')) throw await refused('starts with a dash, which no revision does');
  if (/[\0\r\n]/.test(revision)) throw await refused('contains a control character');
  const answer = await runGit(folder, ['rev-parse', '--verify', `${revision}^{commit}`]);
  const commit = answer.stdout.toString('utf8').trim();
  if (answer.ok && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  throw await refused(/ambiguous/.test(answer.stderr) ? 'is ambiguous' : 'names no commit of this repository');
}

function revisionAdvice(shallow: boolean): string {
  return shallow
    ? 'The clone is shallow and may lack it: fetch that one (`git fetch --depth=1 origin COMMIT`) or all (`git fetch --unshallow`; in a workflow, `fetch-depth: 0`).'
    : 'Give a branch, a tag or a commit that is there; fetch it first if it is only on the server.';
}
