import { GitHubFault } from './faults/github-fault.ts';

/** A renamed repository is one redirect away, a renamed owner one more. */
const MAX_REDIRECTS = 3;

const REDIRECTS = new Set([301, 302, 307, 308]);

/** What `boundedFetch` holds every request to. */
export interface FetchBounds {
  /** Scheme, name and port of the API; requests go nowhere else. */
  readonly origin: string;
  /** Milliseconds one request may take, with its redirects and its body. */
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** The fault for an address that is not at the API's origin. */
export function foreignAddress(origin: string, url: URL): GitHubFault {
  return new GitHubFault(
    'not-github',
    `an answer of ${origin} leads to ${url.origin}; it was not followed`,
    'The token is for one server only. Look whether a proxy rewrites addresses, and check GITHUB_API_URL.',
  );
}

/**
 * fetch that never leaves the origin of the API: pages and redirects that lead elsewhere reject with a `GitHubFault` before
 * anything is sent there. Redirects are repeated as they were, as GitHub asks for it: fetch itself would turn a POST to a
 * renamed repository into a GET. A request and the reading of its answer end after `timeoutMs`.
 */
export function boundedFetch({ origin, timeoutMs, fetch: send }: FetchBounds): typeof fetch {
  return async (input, init) => {
    const signal = endingAfter(timeoutMs, init?.signal);
    let url = new URL(input instanceof Request ? input.url : input);
    for (let followed = 0; ; followed++) {
      if (url.origin !== origin) throw foreignAddress(origin, url);
      const answer = await send(url, { ...init, redirect: 'manual', signal });
      const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
      if (location === null) return answer;
      if (followed === MAX_REDIRECTS)
        throw new GitHubFault(
          'not-github',
          `${origin} leads from one address to the next without end`,
          'Check GITHUB_API_URL, and look whether a proxy stands in between.',
        );
      await answer.body?.cancel();
      url = new URL(location, url);
    }
  };
}

/**
 * Aborts after so many milliseconds, or with the other signal. The timer holds the signal: one of `AbortSignal.timeout` inside
 * of `AbortSignal.any` is held by nobody, and once it is collected as garbage a request hangs for as long as the server does.
 */
function endingAfter(timeoutMs: number, other: AbortSignal | null | undefined): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs).unref();
  if (other?.aborted) controller.abort(other.reason);
  other?.addEventListener('abort', () => controller.abort(other.reason), { once: true });
  return controller.signal;
}
