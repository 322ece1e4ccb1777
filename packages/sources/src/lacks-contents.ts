import { auditedFolder } from './audited-folder.ts';
import { runGit } from './git-process.ts';

/**
 * Whether the repository at `path` is a partial clone in which contents of files of a commit are only promised: reading them
 * would say that they are missing. Asks no server.
 * @param commit a full id, of a commit that is there
 */
export async function lacksContents(path: string, commit: string): Promise<boolean> {
  const root = auditedFolder(path);
  // Anywhere else everything is there, and nobody waits for all of it to be looked at.
  const promised = await runGit(root, [
    'config',
    '--get-regexp',
    '^(?:remote\\..*\\.promisor|extensions\\.partialclone)$',
  ]);
  if (!promised.ok) return false;
  const listed = await runGit(root, ['ls-tree', '-r', '--format=%(objecttype) %(objectname)', commit]);
  const blobs = [...listed.stdout.toString('utf8').matchAll(/^blob ([0-9a-f]+)$/gm)].flatMap(([, id]) => id ?? []);
  const { stdout } = await runGit(root, ['cat-file', '--batch-check=%(objectname)'], `${blobs.join('\n')}\n`);
  return / missing$/m.test(stdout.toString('utf8'));
}
