import type { Octokit } from '@octokit/rest';
import { strangerFault } from './faults/answer-fault.ts';
import { GitHubFault } from './faults/github-fault.ts';

/**
 * An Octokit plugin, to be the first: what is judged here is judged before anything is asked again.
 *
 * Octokit hands over whatever a success brings. A page of a proxy would be taken for an answer, and of a body that breaks off
 * the text so far, or nothing. Here the first becomes a fault, the second an error that is tried again like a broken
 * connection. Faults of our own fetch come back out of the error Octokit wraps them in, and are not tried again.
 */
export function wholeAnswers(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.wrap('request', async (request, options) => {
    const response = await Promise.resolve(request(options)).catch((error: unknown) => {
      throw error instanceof Error && error.cause instanceof GitHubFault ? error.cause : error;
    });
    const { status, headers, data } = response;
    if (status === 204 || (typeof data === 'object' && data !== null && !isBytes(data))) return response;
    if (!/\bjson\b/.test(headers['content-type'] ?? '')) throw strangerFault(new URL(response.url).host, { status });
    throw Object.assign(new Error('the answer breaks off'), { status: 502, request: options, response });
  });
}

/** By name: in tests the class of another realm makes them. */
const isBytes = (data: object): boolean => Object.prototype.toString.call(data) === '[object ArrayBuffer]';
