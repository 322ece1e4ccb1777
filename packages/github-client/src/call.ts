import type { Octokit } from '@octokit/rest';
import { faultOf } from './faults/fault-of.ts';
import type { GitHub } from './github.ts';
import type { Operation } from './operations.ts';

/** Of requests that must not be sent twice: what they create or append may be there although no answer came. */
export const ONCE = { retries: 0 } as const;

/** Runs the requests of one operation; whatever they fail with is thrown as `GitHubFault`. */
export async function call<T>(github: GitHub, operation: Operation, run: (octokit: Octokit) => Promise<T>): Promise<T> {
  const { authorized } = github;
  try {
    return await run(github.octokit);
  } catch (error) {
    const host = new URL(github.apiUrl).host;
    throw faultOf(error, { operation, host, authorized, accepted: github.accepted() });
  }
}
