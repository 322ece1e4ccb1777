import { auditedFolder } from './audited-folder.ts';
import { treeEntries } from './git-listing.ts';
import { runGit } from './git-process.ts';

/**
 * Whether the repository at `path` is a partial clone in which contents of files of a commit are only promised: reading them
 * would say that they are missing. Asks no server.
 * @param commit a full id, of a commit that is there
 */
export async function lacksContents(path: string, commit: string): Promise<boolean> {
  const root = auditedFolder(path);
  // Anywhere else everything is there, and nobody waits for all of it to be looked at.
  const promised = ['config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$'];
  if (!(await runGit(root, promised)).ok) return false;
  const listed = await runGit(root, ['ls-tree', '-r', '-z', commit]);
  if (!listed.ok) return true;
  const blobs = treeEntries(listed.stdout).flatMap(({ blob }) => blob ?? []);
  const input = blobs.map((id) => `${id}\n`).join('');
  // Older versions of git begin to ask the server, which is forbidden, and fail.
  const looked = await runGit(root, ['cat-file', '--batch-check=%(objectname)'], input);
  return !looked.ok || / missing$/m.test(looked.stdout.toString('utf8'));
}
