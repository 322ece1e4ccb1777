import { call, ONCE } from '../call.ts';
import { createOnce } from '../create-once.ts';
import { cutToCharacters } from '../cut-text.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { MAX_COMMENT_CHARACTERS, PAGE_SIZE } from '../limits.ts';
import type { Written } from '../ours/slot.ts';

/** Ten thousand comments; no conversation that long is read any more. */
const MAX_PAGES = 100;

/** A comment in the conversation of a pull request or an issue. */
export interface Comment extends Written {
  /** Web address. */
  readonly url: string;
  /** The GitHub App it was written through, if any. */
  readonly appId?: number;
}

/** The comments of a conversation, oldest first. */
export interface Comments {
  readonly comments: readonly Comment[];
  /** False: there are more than we read (10,000). */
  readonly complete: boolean;
}

/** All comments of a pull request or an issue. Rejects with `GitHubFault`. */
export function listComments(github: GitHub, repository: RepositoryName, number: number): Promise<Comments> {
  return call(github, 'issues/list-comments', async ({ rest, paginate }) => {
    const comments: Comment[] = [];
    let pages = 0;
    const asked = { ...repository, issue_number: number, per_page: PAGE_SIZE };
    for await (const { data } of paginate.iterator(rest.issues.listComments, asked)) {
      if (pages++ === MAX_PAGES) return { comments, complete: false };
      comments.push(...data.map(commentOf));
    }
    return { comments, complete: true };
  });
}

/**
 * Writes a comment, cut at 65,536 characters. After a lost answer it looks first whether the conversation has that text now.
 * Rejects with `GitHubFault`.
 */
export function createComment(
  github: GitHub,
  repository: RepositoryName,
  number: number,
  text: string,
): Promise<Comment> {
  const body = cutToCharacters(text, MAX_COMMENT_CHARACTERS);
  const create = () =>
    call(github, 'issues/create-comment', async ({ rest }) => {
      const asked = { ...repository, issue_number: number, body, request: ONCE };
      return commentOf((await rest.issues.createComment(asked)).data);
    });
  const look = async () => {
    const { comments } = await listComments(github, repository, number);
    return comments.findLast((comment) => plain(comment.body) === plain(body));
  };
  return createOnce(create, look);
}

/** Replaces the text of a comment, cut at 65,536 characters. Rejects with `GitHubFault`. */
export function updateComment(github: GitHub, repository: RepositoryName, id: number, text: string): Promise<Comment> {
  return call(github, 'issues/update-comment', async ({ rest }) => {
    const body = cutToCharacters(text, MAX_COMMENT_CHARACTERS);
    return commentOf((await rest.issues.updateComment({ ...repository, comment_id: id, body })).data);
  });
}

/** GitHub may store other line ends than it was sent. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** What GitHub sends, as far as we use it. */
interface Sent {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly author_association?: string;
  readonly performed_via_github_app?: { readonly id: number } | null;
}

const commentOf = ({ performed_via_github_app: app, ...sent }: Sent): Comment => ({
  id: sent.id,
  url: sent.html_url,
  body: sent.body ?? '',
  author: sent.user && { login: sent.user.login, type: sent.user.type },
  association: sent.author_association ?? 'NONE',
  ...(app ? { appId: app.id } : {}),
});
