import type { Octokit } from '@octokit/rest';
import type { ApiBudget } from './api-budget.ts';

/** A repository on GitHub, by its names. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/**
 * GitHub's API, connected to by `connect`. Handed to the operations of this package, which are the only ones to use `octokit`:
 * they turn its failures into `GitHubFault`s.
 */
export interface GitHub {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server; without a slash at the end. */
  readonly apiUrl: string;
  /** There is a token. Without one GraphQL answers nothing at all, and REST only about public repositories. */
  readonly authorized: boolean;
  readonly octokit: Octokit;
  /** GitHub has accepted the token in this run. */
  accepted(): boolean;
  /** What is left of the limit that is nearest, by the answers so far. */
  budget(): ApiBudget | undefined;
}
