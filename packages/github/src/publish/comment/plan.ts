import { hashOf, keyOf, MARKER_VERSION, MAX_COMMENT_CHARACTERS, markerLine } from '@shipworthy/github-client';
import type { CheckResult } from '../../check-result.ts';

export interface CommentPlan {
  readonly pullRequest: number;
  /** The commit that it speaks of. */
  readonly head: string;
  readonly key: string;
  readonly hash: string;
  /** With the marker. */
  readonly body: string;
  /** There is something that nobody should miss. Else only a comment that is there already is brought up to date. */
  readonly worthMaking: boolean;
}

/** Undefined outside a pull request: there is no conversation to stand in. */
export function planComment(result: CheckResult): CommentPlan | undefined {
  const { subject, annotations, conclusion } = result;
  if (subject.pullRequest === undefined) return undefined;
  const key = keyOf(subject.path);
  const markerOf = (hash: string): string => `${markerLine('summary', { version: MARKER_VERSION, key, hash })}\n`;
  const room = MAX_COMMENT_CHARACTERS - markerOf(hashOf('')).length;
  const text = result.comment({ size: room, of: 'characters' });
  // A later run of the workflow that says the same has another address; the earlier one still tells it all.
  const hash = hashOf(subject.run === undefined ? text : text.replaceAll(subject.run, ''));
  return {
    pullRequest: subject.pullRequest,
    head: subject.head,
    key,
    hash,
    body: markerOf(hash) + text,
    worthMaking: conclusion === 'failure' || annotations.length > 0,
  };
}
