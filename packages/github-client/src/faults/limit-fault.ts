import type { Answer, Asked } from './answer-fault.ts';
import { GitHubFault, type GitHubFaultDetails } from './github-fault.ts';

/** Older servers say "abuse detection mechanism". */
const SECONDARY = /secondary rate|abuse detection/i;

/** `2026-11-22 14:05 UTC` */
const clock = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The moment a primary limit is reset, of the header GitHub sends (seconds since 1970). */
export function resetOf(headers: Answer['headers']): Date | undefined {
  const seconds = Number(headers['x-ratelimit-reset']);
  const at = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** The fault for an answer that says "too many requests"; undefined for every other answer. */
export function limitFault(answer: Answer, details: GitHubFaultDetails, asked: Asked): GitHubFault | undefined {
  if (answer.status !== 403 && answer.status !== 429) return undefined;
  const wait = Number(answer.headers['retry-after']);
  const seconds = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  if (SECONDARY.test(details.said ?? '') || (seconds !== undefined && answer.headers['x-ratelimit-remaining'] !== '0'))
    return new GitHubFault(
      'rate-limited',
      'GitHub finds too many requests came at once (secondary rate limit)',
      `Run it again ${seconds === undefined ? 'in some minutes' : `in ${seconds} s`}; other jobs with the same token count too.`,
      details,
    );
  if (answer.status !== 429 && String(answer.headers['x-ratelimit-remaining']) !== '0') return undefined;
  return usedUp(resetOf(answer.headers), details, asked.authorized);
}

/** The fault for a budget of requests that is used up. */
export function usedUp(retryAt: Date | undefined, details: GitHubFaultDetails, authorized: boolean): GitHubFault {
  return new GitHubFault(
    'rate-limited',
    `GitHub's hourly limit of requests is used up${authorized ? ' for this token' : ''}`,
    `Run it again ${retryAt ? `after ${clock(retryAt)}` : 'in an hour'}${
      authorized
        ? '; other jobs with the same token count too.'
        : ', or give a token in GITHUB_TOKEN: without one the limit is low.'
    }`,
    retryAt ? { ...details, retryAt } : details,
  );
}
