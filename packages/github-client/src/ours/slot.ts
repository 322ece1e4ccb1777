import { type Kept, type Marker, markerOf } from './marker.ts';

/** What GitHub says of a text that somebody wrote: a comment, an issue. */
export interface Written {
  readonly id: number;
  readonly body: string;
  /** Null when the account is gone. */
  readonly author: { readonly login: string; readonly type: string } | null;
  /** What the author is to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `NONE`... */
  readonly association: string;
}

/** A text that we may take for our own. */
export interface Slot<Text extends Written> {
  readonly text: Text;
  readonly marker: Marker;
}

/**
 * Who in the repository could edit the text anyway. Nobody else gets our words under their name by copying a marker.
 * https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
 */
const TRUSTED: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * Whose token it is: of an app, which that of a workflow is as well, or of a person; `outsider`: of a person who can edit
 * nothing but texts of their own.
 */
export type Writer = 'app' | 'person' | 'outsider';

/**
 * The texts that may be ours, oldest first. Who we are is not asked: GitHub answers that to no app. The token of a workflow
 * and of an app writes as a bot; a person, whose token is not told from other people's, as somebody whom the repository trusts;
 * for an outsider it is left to GitHub which of them may be edited.
 */
export function slotsOf<Text extends Written>(
  texts: readonly Text[],
  kept: Kept,
  key: string,
  as: Writer,
): Slot<Text>[] {
  return texts
    .flatMap((text) => {
      const marker = markerOf(kept, text.body);
      return marker?.key === key && isOurs(text, as) ? [{ text, marker }] : [];
    })
    .sort((a, b) => a.text.id - b.text.id);
}

/** An app that acts for a person writes as that person, so that being written through an app says nothing. */
export function isOurs({ author, association }: Pick<Written, 'author' | 'association'>, as: Writer): boolean {
  if (as === 'outsider' || author?.type === 'Bot') return true;
  return as === 'person' && TRUSTED.includes(association);
}
