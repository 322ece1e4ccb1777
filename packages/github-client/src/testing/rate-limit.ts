import type { Caller } from './caller.ts';

/** Requests in an hour without a token. */
const ANONYMOUS_LIMIT = 60;
/** The hour ends so many seconds from now, always. */
const RESET_IN_SECONDS = 3600;

/** The headers on every answer that tell what is left. Counts this request. */
export function rateLimitHeaders(
  used: Map<string, number>,
  key: string,
  caller: Caller | 'unknown' | undefined,
  resource: 'core' | 'graphql',
): Record<string, string> {
  const limit = caller === undefined || caller === 'unknown' ? ANONYMOUS_LIMIT : caller.limit;
  const count = (used.get(`${resource} ${key}`) ?? 0) + 1;
  used.set(`${resource} ${key}`, count);
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - count)),
    'x-ratelimit-used': String(count),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + RESET_IN_SECONDS),
    'x-ratelimit-resource': resource,
    'x-github-request-id': `LOOP:${count}`,
  };
}
