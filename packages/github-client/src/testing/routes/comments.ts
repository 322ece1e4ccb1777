import { type Answer, forbidden, invalid, notFound, ok } from '../answer.ts';
import { paged } from '../paging.ts';
import type { ApiRequest, Route } from '../route.ts';
import type { Comment } from '../state.ts';
import { appBody } from './apps.ts';

/** Not in GitHub's description; it says so when it refuses. */
const MAX_BODY = 65_536;

function body(comment: Comment): Record<string, unknown> {
  return {
    id: comment.id,
    body: comment.body,
    user: comment.author,
    author_association: comment.association ?? (comment.app === undefined ? 'CONTRIBUTOR' : 'NONE'),
    performed_via_github_app: comment.app === undefined ? null : appBody(comment.app),
  };
}

const tooLong = (text: unknown): Answer | undefined =>
  typeof text === 'string' && [...text].length > MAX_BODY
    ? invalid(`body is too long (maximum is ${MAX_BODY} characters)`)
    : undefined;

function list(request: ApiRequest): Answer {
  const pull = Number(request.parameters.issue_number);
  if (!request.repository.pulls.has(pull)) return notFound();
  return paged(request, request.repository.comments.filter((comment) => comment.pull === pull).map(body));
}

function create({ repository, parameters, body: sent, caller }: ApiRequest): Answer {
  const pull = Number(parameters.issue_number);
  if (!repository.pulls.has(pull) || !caller) return notFound();
  return tooLong(sent.body) ?? { ...ok(body(repository.addComment(pull, String(sent.body), caller))), status: 201 };
}

function update({ repository, parameters, body: sent, caller }: ApiRequest): Answer {
  const at = repository.comments.findIndex(({ id }) => id === Number(parameters.comment_id));
  const comment = repository.comments[at];
  if (!comment) return notFound();
  if (comment.author.id !== caller?.user.id) return forbidden();
  const long = tooLong(sent.body);
  if (long) return long;
  const edited: Comment = { ...comment, body: String(sent.body), edits: comment.edits + 1 };
  repository.comments[at] = edited;
  return ok(body(edited));
}

export const commentRoutes: readonly Route[] = [
  {
    operation: 'issues/list-comments',
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    handle: list,
  },
  {
    operation: 'issues/create-comment',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    writes: 'pull-requests',
    handle: create,
  },
  {
    operation: 'issues/update-comment',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    writes: 'pull-requests',
    handle: update,
  },
];
