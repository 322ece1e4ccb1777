import type { ServerResponse } from 'node:http';

export interface Fault {
  readonly answer:
    | 'secondary-limit'
    | 'primary-limit'
    | 'bad-gateway'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'gone'
    | 'sso'
    | 'html'
    | 'not-json'
    | 'graphql-error'
    | 'hang'
    | 'reset';
  /** An operation's id, `graphql` or `git`; without it every request. */
  readonly operation?: string;
  /** Only requests whose path holds this: `/octo/demo/`. Default: every one. */
  readonly path?: string;
  /** So many matching requests are answered as usual first. Default 0. */
  readonly after?: number;
  /** So many are then hit. Default: all. */
  readonly times?: number;
  /** Seconds, of a secondary limit; 0 leaves the header out. Default 1. */
  readonly retryAfter?: number;
  /** Seconds since 1970, of a primary limit. Default: in an hour. */
  readonly resetAt?: number;
}

interface Armed {
  readonly fault: Fault;
  seen: number;
}

/** What goes wrong; tests switch it on and off while the server runs. */
export class Faults {
  /** Recursive trees are cut after so many entries and say so. */
  truncateTreesAt: number | undefined;
  /** The `next` page is said to be at this origin. */
  foreignNext: string | undefined;
  readonly #armed: Armed[] = [];

  add(fault: Fault): this {
    this.#armed.push({ fault, seen: 0 });
    return this;
  }

  clear(): void {
    this.#armed.length = 0;
    this.truncateTreesAt = undefined;
    this.foreignNext = undefined;
  }

  /** The fault that hits this request, if any. Counts the request. */
  hitting(operation: string, path: string): Fault | undefined {
    let hit: Fault | undefined;
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (fault.operation !== undefined && fault.operation !== operation) continue;
      if (fault.path !== undefined && !path.includes(fault.path)) continue;
      const number = armed.seen++ - (fault.after ?? 0);
      if (number >= 0 && number < (fault.times ?? Number.POSITIVE_INFINITY)) hit ??= fault;
    }
    return hit;
  }
}

const HOUR = 3600;
const PAGE = '<!DOCTYPE html><html><body><h1>Sign in to the proxy</h1></body></html>';

/** Answers as GitHub, or what stands before it, does when this goes wrong. Returns the status; 0 for none. */
export function answerFault(fault: Fault, response: ServerResponse): number {
  const say = (status: number, body: unknown, headers: Record<string, string> = {}): number => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
    return status;
  };
  const message = (text: string) => ({ message: text, documentation_url: 'https://docs.github.com/rest' });
  switch (fault.answer) {
    case 'secondary-limit': {
      const wait = fault.retryAfter ?? 1;
      const text = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
      return say(403, message(text), wait === 0 ? {} : { 'retry-after': String(wait) });
    }
    case 'primary-limit':
      return say(429, message('API rate limit exceeded for installation.'), {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(fault.resetAt ?? Math.floor(Date.now() / 1000) + HOUR),
        'x-ratelimit-resource': 'core',
      });
    case 'bad-gateway':
      return say(502, '<html><body>502 Bad Gateway</body></html>', { 'content-type': 'text/html' });
    case 'unauthorized':
      return say(401, message('Bad credentials'));
    case 'forbidden':
      return say(403, message('Resource not accessible by integration'));
    case 'not-found':
      return say(404, message('Not Found'));
    case 'gone':
      return say(410, message('This was deleted'));
    case 'sso':
      return say(403, message('Resource protected by organization SAML enforcement.'), {
        'x-github-sso': 'required; url=https://github.com/orgs/octo-org/sso?authorization_request=A',
      });
    case 'html':
      return say(200, PAGE, { 'content-type': 'text/html; charset=utf-8' });
    case 'not-json':
      return say(200, '{"tree": [', {});
    case 'graphql-error':
      return say(200, { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] });
    case 'hang':
      return 0;
    case 'reset':
      response.socket?.destroy();
      return 0;
  }
}
