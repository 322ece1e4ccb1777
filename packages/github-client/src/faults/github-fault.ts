import { SourceError } from '@shipworthy/model';

/**
 * Why GitHub did not do what was asked, for callers that can do with less:
 * - `unauthorized`: there is no token, or GitHub does not accept it (any more)
 * - `forbidden`: the token is accepted and may not do this
 * - `not-found`: it is not there, or the token cannot see it
 * - `conflict`: not in the state the repository is in (empty, archived, issues switched off)
 * - `invalid`: GitHub refuses the request itself (also: too large)
 * - `rate-limited`: too many requests, and the wait would be longer than allowed
 * - `unavailable`: GitHub did not answer, or only with an error of its own, also when asked again
 * - `not-github`: somebody else answered (a proxy), or the answer leads away from GitHub's API
 */
export type GitHubFaultReason =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'not-github';

/** What is known of a fault besides its words. */
export interface GitHubFaultDetails {
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** What GitHub's support asks for. */
  readonly requestId?: string;
  /** Until when GitHub wants to be left alone, if it said so. */
  readonly retryAt?: Date;
  /** GitHub's own words, one line. */
  readonly said?: string;
}

/**
 * A failure of GitHub's API, worded for the person who reads it. Never holds the token, the headers or the body of a request:
 * it may be printed as it is. Made with exit code 2 in mind (could not audit), whoever is to blame.
 */
export class GitHubFault extends SourceError {
  readonly reason: GitHubFaultReason;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAt: Date | undefined;
  readonly said: string | undefined;

  constructor(reason: GitHubFaultReason, message: string, advice: string, details: GitHubFaultDetails = {}) {
    super(message, reason === 'not-found' ? 'repository' : 'environment', advice);
    this.reason = reason;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAt = details.retryAt;
    this.said = details.said;
  }
}
