import { auditedFolder } from './audited-folder.ts';
import { runGit } from './git-process.ts';
import { gitPosition } from './git-repository.ts';

const COMMIT = /^[0-9a-f]{40,64}$/;

/**
 * The parents that a commit names itself, also where a shallow clone lacks them; undefined for a commit that is not there.
 * @param commit a full id
 */
export async function parentsOf(path: string, commit: string): Promise<readonly string[] | undefined> {
  if (!COMMIT.test(commit)) return undefined;
  const { ok, stdout } = await runGit(auditedFolder(path), ['cat-file', 'commit', commit]);
  if (!ok) return undefined;
  const [headers = ''] = stdout.toString('utf8').split('\n\n', 1);
  return [...headers.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, parent]) => parent ?? []);
}

/**
 * Where two commits (full ids) parted. Undefined where git does not know: one is not there, or a shallow clone ends before
 * they meet.
 */
export async function mergeBaseOf(path: string, one: string, other: string): Promise<string | undefined> {
  if (!COMMIT.test(one) || !COMMIT.test(other)) return undefined;
  const { ok, stdout } = await runGit(auditedFolder(path), ['merge-base', one, other]);
  const found = stdout.toString('utf8').trim();
  return ok && COMMIT.test(found) ? found : undefined;
}

/** Whether the history of the repository at `path` ends before its beginning. Throws `SourceError`. */
export async function isShallow(path: string): Promise<boolean> {
  return (await gitPosition(auditedFolder(path)))?.shallow ?? false;
}
