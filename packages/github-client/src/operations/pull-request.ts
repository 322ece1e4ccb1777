import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/** One side of a pull request. */
export interface PullRequestSide {
  readonly ref: string;
  readonly sha: string;
  /** `owner/name`; null when the repository (a fork) was deleted. */
  readonly repository: string | null;
}

/** A pull request as far as it is judged. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly title: string;
  /** Empty when nothing was written. */
  readonly body: string;
  readonly base: PullRequestSide;
  readonly head: PullRequestSide;
  /** While it is open, the commit GitHub tries the merge with; null while it is made, and where it conflicts. */
  readonly mergeCommit: string | null;
  /** The login of who opened it; null when the account is gone. */
  readonly author: string | null;
  /** How many commits it has, also those `pullRequestCommits` cannot show. */
  readonly commitCount: number;
}

/** A pull request by its number. Rejects with `GitHubFault`. */
export function pullRequest(github: GitHub, repository: RepositoryName, number: number): Promise<PullRequest> {
  return call(github, 'pulls/get', async ({ rest }) => {
    const { data } = await rest.pulls.get({ ...repository, pull_number: number });
    return {
      number: data.number,
      state: data.state,
      draft: data.draft ?? false,
      title: data.title,
      body: data.body ?? '',
      base: sideOf(data.base),
      head: sideOf(data.head),
      mergeCommit: data.merge_commit_sha,
      author: data.user?.login ?? null,
      commitCount: data.commits,
    };
  });
}

/** GitHub's types have the repository always there; of a deleted fork it is null. */
const sideOf = (side: {
  readonly ref: string;
  readonly sha: string;
  readonly repo: { readonly full_name: string } | null;
}): PullRequestSide => ({ ref: side.ref, sha: side.sha, repository: side.repo?.full_name ?? null });
