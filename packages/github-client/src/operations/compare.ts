import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/** How two commits lie to each other. */
export interface Comparison {
  /** The commit `base` stands for. */
  readonly base: string;
  /** The newest commit both have. */
  readonly mergeBase: string;
  /** Of the head, seen from the base. */
  readonly status: 'diverged' | 'ahead' | 'behind' | 'identical';
}

/**
 * Compares two revisions (commits, branches, tags; `owner:branch` for a fork). The files and commits between them, which GitHub
 * shows in part only, are not asked for. Rejects with `GitHubFault`: `not-found` also for histories without a common commit.
 */
export function compare(github: GitHub, repository: RepositoryName, base: string, head: string): Promise<Comparison> {
  return call(github, 'repos/compare-commits-with-basehead', async ({ rest }) => {
    const { data } = await rest.repos.compareCommitsWithBasehead({
      ...repository,
      basehead: `${base}...${head}`,
      per_page: 1,
    });
    return { base: data.base_commit.sha, mergeBase: data.merge_base_commit.sha, status: data.status };
  });
}
