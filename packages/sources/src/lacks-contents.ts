import { auditedFolder } from './audited-folder.ts';
import { treeEntries } from './git-listing.ts';
import { runGit } from './git-process.ts';
import { heldObjects, leftOutOf } from './left-out.ts';

/**
 * Whether the repository at `path` is a partial clone in which contents of files of a commit are only promised: reading them
 * would say that they are missing. Asks no server.
 * @param commit a full id, of a commit that is there
 */
export async function lacksContents(path: string, commit: string): Promise<boolean> {
  const root = auditedFolder(path);
  // Anywhere else everything is there, and nobody waits for all of it to be looked at.
  if (!(await leftOutOf(root))) return false;
  const listed = await runGit(root, ['ls-tree', '-r', '-z', commit]);
  if (!listed.ok) return true;
  const blobs = treeEntries(listed.stdout).flatMap(({ blob }) => blob ?? []);
  const held = await heldObjects(root, blobs);
  return !blobs.every((id) => held.has(id));
}
