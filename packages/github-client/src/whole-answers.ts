import type { Octokit } from '@octokit/rest';
import { strangerFault } from './faults/answer-fault.ts';
import { GitHubFault } from './faults/github-fault.ts';

/**
 * An Octokit plugin, to be the first: what is judged here is judged before anything is asked again.
 *
 * Octokit hands over whatever a success brings. A page of a proxy would be taken for an answer, and of a body that breaks off
 * the text so far, or nothing. Here the first becomes a fault, the second an error that is tried again like a broken
 * connection. Faults of our own fetch come back out of the error Octokit wraps them in, and are not tried again.
 *
 * The bodies of successes are parsed here: Octokit looks for large numbers with a regular expression, which has no room for
 * the text of a file of a few megabytes and fails on it now and then.
 */
export function wholeAnswers(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.wrap('request', async (request, options) => {
    // What wraps the request closer than this reads the same options, and none that are handed on.
    options.request = { ...options.request, parseSuccessResponseBody: false };
    const response = await Promise.resolve(request(options)).catch((error: unknown) => {
      throw error instanceof Error && error.cause instanceof GitHubFault ? error.cause : error;
    });
    const { status, headers, data: body } = response;
    if (status === 204) return response;
    const json = /\bjson\b/.test(headers['content-type'] ?? '');
    const data = isStream(body) ? await parsed(body) : undefined;
    if (json && data !== undefined) return { ...response, data };
    if (!json) throw strangerFault(new URL(response.url).host, { status });
    const cut = { ...response, data: '' };
    throw Object.assign(new Error('the answer breaks off'), { status: 502, request: options, response: cut });
  });
}

const isStream = (body: unknown): body is ReadableStream<Uint8Array> =>
  typeof body === 'object' && body !== null && 'getReader' in body;

/** Undefined for what is not the whole of an object or a list. */
async function parsed(body: ReadableStream<Uint8Array>): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await new Response(body).text());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
