import { SourceError } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { runGit } from './git-process.ts';
import { gitPosition, resolveCommit } from './git-repository.ts';

/** A commit, and the id of its tree, which is the same wherever the files are the same. */
export interface CommitOf {
  readonly commit: string;
  readonly tree: string;
}

/** The commit that a revision of the repository at `path` names; undefined where there is none yet. Throws `SourceError`. */
export async function commitOf(path: string, revision = 'HEAD'): Promise<CommitOf | undefined> {
  const root = auditedFolder(path);
  const asking = gitPosition(root);
  const position = await asking;
  if (!position) throw new SourceError(`${path} is no git repository`, 'usage', 'Give the folder of a clone.');
  const { head, tree: known } = position;
  if (revision === 'HEAD') {
    if (head === undefined) return undefined;
    // One process of git for each of the clones of an organisation, not three.
    if (known !== undefined) return { commit: head, tree: known };
  }
  const commit = await resolveCommit(root, revision, asking);
  const answer = await runGit(root, ['rev-parse', '--verify', `${commit}^{tree}`]);
  const tree = answer.stdout.toString('utf8').trim();
  if (!answer.ok || !/^[0-9a-f]{40,64}$/.test(tree))
    throw new SourceError(
      `git cannot read the tree of ${commit} in ${path}`,
      'repository',
      'Is the clone damaged? `git fsck` tells.',
    );
  return { commit, tree };
}
