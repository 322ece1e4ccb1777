import { lstatSync } from 'node:fs';
import { type SourceEntry, SourceError } from '@shipworthy/model';
import { systemCode } from './audited-folder.ts';
import { untrackedPaths } from './git-listing.ts';
import { runGit } from './git-process.ts';
import type { GitPosition } from './git-repository.ts';
import { lacksContents } from './lacks-contents.ts';

/**
 * Of a work tree whose index lists nothing: that there is nothing to see.
 * @param root its top (absolute path)
 * @param given as it was named
 * @throws SourceError when there is something, which an audit of nothing would pass over in silence
 */
export async function requireEmpty(root: string, given: string, { head }: GitPosition): Promise<void> {
  const [held, besides] = await Promise.all([head === undefined ? 0 : filesOf(root, head), untrackedIn(root)]);
  if (held === 0 && besides === 0) return;
  if (held === 0 || head === undefined) {
    const yet = head === undefined ? ', and nothing is committed yet' : '';
    throw new SourceError(
      `${given}: git tracks none of the ${counted(besides)} there${yet}`,
      'repository',
      '`git add` what belongs to the repository, or audit what lies there: --untracked.',
    );
  }
  const holds = `HEAD holds ${held === undefined ? 'files' : counted(held)}`;
  if (besides > 0)
    throw new SourceError(
      `${given}: ${holds}, the index none, and ${counted(besides)} there ${besides === 1 ? 'is' : 'are'} not tracked`,
      'repository',
      '`git reset` fills the index again and leaves the files as they are. --untracked audits them as they are.',
    );
  throw new SourceError(
    `${given}: ${holds}, and none is checked out: cloned without a checkout, a checkout that failed, or all removed`,
    'repository',
    await howToSee(given, head),
  );
}

/**
 * Some of what the index lists is on disk.
 * @throws SourceError when nothing is: it was not the repository that was emptied
 */
export async function requireSomeOnDisk(
  root: string,
  given: string,
  entries: readonly SourceEntry[],
  { head }: GitPosition,
): Promise<void> {
  if (entries.length === 0 || entries.some(({ path }) => isOnDisk(root, path))) return;
  throw new SourceError(
    `${given}: git tracks ${counted(entries.length)}, and none is on disk: a checkout that failed, or all deleted`,
    'repository',
    await howToSee(given, head),
  );
}

/** A name that is not UTF-8 cannot be looked for, and is no sign of anything. */
function isOnDisk(root: string, path: string): boolean {
  if (path.includes('\ufffd')) return true;
  try {
    return lstatSync(`${root}/${path}`, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return systemCode(error) !== 'ENOTDIR';
  }
}

async function howToSee(given: string, head: string | undefined): Promise<string> {
  if (head === undefined) return 'Get them back with `git restore .`.';
  return (await lacksContents(given, head))
    ? 'Check them out with `git checkout HEAD -- .`, which fetches what this partial clone lacks.'
    : 'Check them out with `git checkout HEAD -- .`, or audit what is committed: `shipworthy lint --revision HEAD`.';
}

/** Undefined where the clone lacks the trees that name them. */
async function filesOf(root: string, commit: string): Promise<number | undefined> {
  const { ok, stdout } = await runGit(root, ['ls-tree', '-r', '-z', commit]);
  return ok ? stdout.filter((byte) => byte === 0).length : undefined;
}

/** Files that git does not track, but for those that it is to ignore. */
async function untrackedIn(root: string): Promise<number> {
  const { stdout } = await runGit(root, ['ls-files', '-o', '--exclude-standard', '-z']);
  return untrackedPaths(stdout).length;
}

const counted = (files: number): string => (files === 1 ? '1 file' : `${files} files`);
