import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/** What GitHub says of a repository itself. */
export interface RepositoryInfo extends RepositoryName {
  /** Stays the same when the repository is renamed or moved. */
  readonly id: number;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly archived: boolean;
  /** Issues are switched on. */
  readonly hasIssues: boolean;
  /** Whoever the token is of may push, and edit what others wrote; false also where GitHub does not say, as to apps. */
  readonly mayWrite: boolean;
}

/** A repository by its names, which may be old ones: the answer has those of today. Rejects with `GitHubFault`. */
export function repositoryInfo(github: GitHub, repository: RepositoryName): Promise<RepositoryInfo> {
  return call(github, 'repos/get', async ({ rest }) => {
    const { data } = await rest.repos.get({ ...repository });
    return {
      owner: data.owner.login,
      repo: data.name,
      id: data.id,
      defaultBranch: data.default_branch,
      private: data.private,
      archived: data.archived,
      hasIssues: data.has_issues,
      mayWrite: data.permissions?.push ?? false,
    };
  });
}
