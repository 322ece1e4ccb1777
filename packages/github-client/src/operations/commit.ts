import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/** A commit as git has it. */
export interface GitCommit {
  readonly sha: string;
  /** The id of its tree. */
  readonly tree: string;
  /** The first is the branch merged into. */
  readonly parents: readonly string[];
  readonly message: string;
}

/** A commit by its full id. Rejects with `GitHubFault`. */
export function commit(github: GitHub, repository: RepositoryName, sha: string): Promise<GitCommit> {
  return call(github, 'git/get-commit', async ({ rest }) => {
    const { data } = await rest.git.getCommit({ ...repository, commit_sha: sha });
    return {
      sha: data.sha,
      tree: data.tree.sha,
      parents: data.parents.map((parent) => parent.sha),
      message: data.message,
    };
  });
}
