import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fetchCommit, fetchCommits, hasCommit, lacksContents } from '@shipworthy/sources';
import type { Reach } from './check.ts';
import type { Environment } from './environment.ts';
import type { Remote } from './remote.ts';

/** A fetch of one commit, milliseconds: the trees of the largest repositories take less. */
const FETCH_TIMEOUT_MS = 120_000;

/** Where commits come from in a job: the checkout, the server of its repository by git, and GitHub's API. */
export function reachOf(environment: Environment, token: string | undefined, remote: Remote | undefined): Reach {
  const { owner, repo, serverUrl, temp } = environment;
  const server = { url: `${serverUrl}/${owner}/${repo}`, token, timeoutMs: FETCH_TIMEOUT_MS };
  return {
    remote,
    has: hasCommit,
    lacksContents,
    fetch: async (root, commit) => {
      const fetched = await fetchCommit(root, { ...server, commit });
      return fetched.ok ? undefined : fetched.why;
    },
    // The folder goes with the job.
    fetchApart: async (commit) => {
      const folder = mkdtempSync(join(temp, 'shipworthy-base-'));
      return (await fetchCommits({ ...server, commits: [commit], folder })).source(commit);
    },
  };
}
