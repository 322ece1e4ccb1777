import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { MAX_PULL_REQUEST_COMMITS, PAGE_SIZE } from '../limits.ts';

/** A commit of a pull request. Who wrote it is what git has, not an account. */
export interface PullRequestCommit {
  readonly sha: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** The commits of a pull request, oldest first. */
export interface PullRequestCommits {
  readonly commits: readonly PullRequestCommit[];
  /** False: as many as GitHub shows at most (250), so that there may be more. */
  readonly complete: boolean;
}

/** The commits of a pull request. Rejects with `GitHubFault`. */
export function pullRequestCommits(
  github: GitHub,
  repository: RepositoryName,
  number: number,
): Promise<PullRequestCommits> {
  return call(github, 'pulls/list-commits', async ({ rest, paginate }) => {
    const listed = await paginate(rest.pulls.listCommits, { ...repository, pull_number: number, per_page: PAGE_SIZE });
    const commits = listed.map(({ sha, commit }) => ({
      sha,
      message: commit.message,
      author: { name: commit.author?.name ?? '', email: commit.author?.email ?? '' },
    }));
    return { commits, complete: commits.length < MAX_PULL_REQUEST_COMMITS };
  });
}
