import { type CommitWords, SourceError } from '@shipworthy/model';
import { below, commitBelow, textBelow } from './payload.ts';
import { trailersOf } from './trailers.ts';

/** What happened, as far as it decides what is audited. Commits are full ids. */
export type Event =
  | PullRequest
  | MergeGroup
  | Push
  | { readonly kind: 'new-branch'; readonly head: string; readonly defaultBranch: string }
  | { readonly kind: 'deleted'; readonly ref: string }
  /** Nothing to compare with; `why` where that is not what the event is usually for. */
  | { readonly kind: 'whole'; readonly head?: string; readonly why?: string };

export interface PullRequest {
  readonly kind: 'pull-request';
  readonly number: number;
  /** Newest commit of the branch it goes to, when the event happened. */
  readonly base: string;
  readonly head: string;
  readonly body: string;
  /** A branch of another repository. */
  readonly fork: boolean;
  /** `pull_request_target`, which runs with rights that this check has no use for. */
  readonly targeted: boolean;
}

export interface MergeGroup {
  readonly kind: 'merge-group';
  readonly base: string;
  readonly head: string;
  /** The pull request that the group adds to what is queued before it. */
  readonly merges?: number;
}

export interface Push {
  readonly kind: 'push';
  readonly base: string;
  readonly head: string;
  /** The pull request that its newest commit says it merges. */
  readonly merges?: number;
  /** Newest first; undefined where the event does not hold all of them. */
  readonly commits?: readonly CommitWords[];
}

/** Longer texts are cut: GitHub takes 65,536 characters. */
const MAX_BODY = 256 * 1024;
/** A push tells of no more commits (https://docs.github.com/en/webhooks/webhook-events-and-payloads#push). */
const MAX_PUSHED = 2_048;

/** Events that carry a pull request and run for the merge that GitHub tries. */
const OF_PULL_REQUESTS = ['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'];
/** Events for which a whole audit is what people expect. */
const OF_THE_REPOSITORY = [
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'workflow_call',
  'release',
  'create',
];

/**
 * What an event asks for.
 * @param payload the event, parsed
 * @throws SourceError for a payload that lacks what its event has
 */
export function eventOf(name: string, payload: unknown): Event {
  if (OF_PULL_REQUESTS.includes(name)) return pullRequestOf(name, payload);
  if (name === 'merge_group') return mergeGroupOf(payload);
  if (name === 'push') return pushOf(payload);
  if (OF_THE_REPOSITORY.includes(name)) return { kind: 'whole' };
  return {
    kind: 'whole',
    why: `The event ${name} is about no change, so that the repository was audited as it is checked out.`,
  };
}

function pullRequestOf(name: string, payload: unknown): PullRequest {
  const request = below(payload, 'pull_request');
  const number = below(request, 'number');
  const base = commitBelow(request, 'base', 'sha');
  const head = commitBelow(request, 'head', 'sha');
  if (typeof number !== 'number' || base === undefined || head === undefined)
    throw incomplete(name, 'a pull request with its two commits');
  return {
    kind: 'pull-request',
    number,
    base,
    head,
    body: (textBelow(request, 'body') ?? '').slice(0, MAX_BODY),
    // The repository of a fork may be gone by now.
    fork: textBelow(request, 'head', 'repo', 'full_name') !== textBelow(request, 'base', 'repo', 'full_name'),
    targeted: name === 'pull_request_target',
  };
}

function mergeGroupOf(payload: unknown): Event {
  const base = commitBelow(payload, 'merge_group', 'base_sha');
  const head = commitBelow(payload, 'merge_group', 'head_sha');
  if (base === undefined || head === undefined) throw incomplete('merge_group', 'the two commits of the group');
  const [, number] = QUEUED.exec(textBelow(payload, 'merge_group', 'head_ref') ?? '') ?? [];
  return { kind: 'merge-group', base, head, ...(number === undefined ? {} : { merges: Number(number) }) };
}

/** The branch that GitHub makes for a pull request in the queue. */
const QUEUED = /\/pr-(\d{1,9})-[0-9a-f]{40,64}$/;
/** What GitHub writes of a pull request that it merges or squashes: `Merge pull request #7 from`, `Title (#7)`. */
const MERGED = /^(?:Merge pull request #(\d{1,9}) |[^\n]*\(#(\d{1,9})\)\s*(?:\n|$))/;

function mergedBy(payload: unknown): Pick<Push, 'merges'> {
  const [, merged, squashed] = MERGED.exec(textBelow(payload, 'head_commit', 'message') ?? '') ?? [];
  const number = merged ?? squashed;
  return number === undefined ? {} : { merges: Number(number) };
}

function pushOf(payload: unknown): Event {
  const ref = textBelow(payload, 'ref');
  if (ref === undefined || below(payload, 'after') === undefined) throw incomplete('push', 'what was pushed');
  const base = commitBelow(payload, 'before');
  const head = commitBelow(payload, 'after');
  if (head === undefined || below(payload, 'deleted') === true) return { kind: 'deleted', ref };
  if (!ref.startsWith('refs/heads/')) return { kind: 'whole', head };
  if (base !== undefined) return { kind: 'push', base, head, ...mergedBy(payload), ...pushed(payload) };
  const defaultBranch = textBelow(payload, 'repository', 'default_branch');
  return defaultBranch === undefined || ref === `refs/heads/${defaultBranch}`
    ? {
        kind: 'whole',
        head,
        why: 'The branch is new and nothing is there to compare it with, so that all of it was audited.',
      }
    : { kind: 'new-branch', head, defaultBranch };
}

/** After a forced push the commits are those of the new history alone, which is what the change brings. */
function pushed(payload: unknown): Pick<Push, 'commits'> {
  const listed = below(payload, 'commits');
  if (!Array.isArray(listed) || listed.length === 0 || listed.length >= MAX_PUSHED) return {};
  const commits = listed.map((commit: unknown): CommitWords | undefined => {
    const id = commitBelow(commit, 'id');
    const message = textBelow(commit, 'message');
    if (id === undefined || message === undefined) return undefined;
    const author = `${textBelow(commit, 'author', 'name') ?? ''} <${textBelow(commit, 'author', 'email') ?? ''}>`;
    return { id, author, message: message.trim(), trailers: trailersOf(message) };
  });
  const known = commits.filter((commit) => commit !== undefined);
  return known.length === commits.length ? { commits: known.reverse() } : {};
}

const incomplete = (name: string, what: string): SourceError =>
  new SourceError(
    `the event ${name} does not hold ${what}`,
    'environment',
    'Run the step in a workflow on that event; other tools that start workflows may write other events.',
  );
