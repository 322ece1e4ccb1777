import type { Comment } from '@shipworthy/github-client';
import type { Wanted } from '../published.ts';
import { type Marker, markerOf } from './marker.ts';

/** A comment that this check may take for its own. */
export interface Slot {
  readonly comment: Comment;
  readonly marker: Marker;
}

/**
 * Who in the repository could edit the comment anyway. Nobody else gets our words under their name by copying a marker.
 * https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
 */
const TRUSTED: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** `app` and `person` as in `Wanted`; `outsider`: a person who can edit nothing but comments of their own. */
export type Author = NonNullable<Wanted['as']> | 'outsider';

/**
 * The comments that may be ours, oldest first. Who we are is not asked: GitHub answers that to no app. The token of a workflow
 * and of an app writes as a bot; a person, whose token is not told from other people's, as somebody whom the repository trusts;
 * for an outsider it is left to GitHub which of them may be edited.
 */
export function slotsOf(comments: readonly Comment[], key: string, as: Author): Slot[] {
  return comments
    .flatMap((comment) => {
      const marker = markerOf(comment.body);
      return marker?.key === key && isOurs(comment, as) ? [{ comment, marker }] : [];
    })
    .sort((a, b) => a.comment.id - b.comment.id);
}

/** An app that acts for a person writes as that person, so that being written through an app says nothing. */
function isOurs({ author, association }: Comment, as: Author): boolean {
  if (as === 'outsider' || author?.type === 'Bot') return true;
  return as === 'person' && TRUSTED.includes(association);
}
