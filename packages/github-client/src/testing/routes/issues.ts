import { type Answer, gone, invalid, no, notFound, ok } from '../answer.ts';
import type { Caller } from '../caller.ts';
import { paged } from '../paging.ts';
import type { ApiRequest, Route } from '../route.ts';
import type { Issue, PullRequest, RepositoryState } from '../state.ts';
import { appBody } from './apps.ts';

/** Neither is in GitHub's description; it says so when it refuses. */
const MAX_BODY = 65_536;
const MAX_TITLE = 256;

const issueBody = (issue: Issue): Record<string, unknown> => ({
  id: issue.id,
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: issue.state,
  user: issue.author,
  author_association: issue.association ?? (issue.app === undefined ? 'CONTRIBUTOR' : 'NONE'),
  performed_via_github_app: issue.app === undefined ? null : appBody(issue.app),
});

/** To GitHub each pull request is an issue. */
const pullBody = (pull: PullRequest): Record<string, unknown> => ({
  id: pull.number + 1_000_000,
  number: pull.number,
  title: pull.title,
  body: pull.body,
  state: pull.state,
  user: pull.author,
  author_association: 'CONTRIBUTOR',
  pull_request: { url: null, html_url: null, diff_url: null, patch_url: null },
});

/** Switched off, issues are not shown any more; pull requests are. */
function list(request: ApiRequest): Answer {
  const { repository, query } = request;
  const issues = repository.hosted.issues === 'off' ? [] : repository.issues.map(issueBody);
  const all = [...issues, ...[...repository.pulls.values()].map(pullBody)];
  const state = query.get('state') ?? 'open';
  const turn = query.get('direction') === 'asc' ? 1 : -1;
  const listed = all
    .filter((each) => state === 'all' || each.state === state)
    .sort((a, b) => turn * (Number(a.number) - Number(b.number)));
  return paged(request, listed);
}

/** Why nothing may be written there, whoever asks. */
function closedTo({ hosted }: RepositoryState): Answer | undefined {
  if (hosted.archived === true) return no(403, 'Repository was archived so is read-only.');
  return hosted.issues === 'off' ? gone('Issues are disabled for this repo') : undefined;
}

const tooLong = ({ title, body }: Readonly<Record<string, unknown>>): Answer | undefined =>
  longerThan(title, MAX_TITLE, 'title') ?? longerThan(body, MAX_BODY, 'body');

const longerThan = (text: unknown, most: number, field: string): Answer | undefined =>
  typeof text === 'string' && [...text].length > most
    ? invalid(`${field} is too long (maximum is ${most} characters)`)
    : undefined;

function create({ repository, body: sent, caller }: ApiRequest): Answer {
  if (!caller) return notFound();
  const made = () => {
    const body = typeof sent.body === 'string' ? sent.body : null;
    return { ...ok(issueBody(repository.addIssue(String(sent.title), body, caller))), status: 201 };
  };
  return closedTo(repository) ?? tooLong(sent) ?? made();
}

/** Apps with the right and people who may write edit whatever anybody wrote. */
const mayEdit = (issue: Issue, { user, app, association }: Caller): boolean =>
  app !== undefined || user.id === issue.author.id || (association !== undefined && association !== 'NONE');

function update({ repository, parameters, body: sent, caller }: ApiRequest): Answer {
  const at = repository.issues.findIndex(({ number }) => number === Number(parameters.issue_number));
  const issue = repository.issues[at];
  if (!issue || !caller) return notFound();
  if (!mayEdit(issue, caller)) return no(403, 'Must have admin rights to Repository.');
  const refused = closedTo(repository) ?? tooLong(sent);
  if (refused) return refused;
  const edited: Issue = {
    ...issue,
    ...(typeof sent.title === 'string' ? { title: sent.title } : {}),
    ...(typeof sent.body === 'string' ? { body: sent.body } : {}),
    ...(sent.state === 'open' || sent.state === 'closed' ? { state: sent.state } : {}),
    edits: issue.edits + 1,
  };
  repository.issues[at] = edited;
  return ok(issueBody(edited));
}

export const issueRoutes: readonly Route[] = [
  { operation: 'issues/list-for-repo', method: 'GET', path: '/repos/{owner}/{repo}/issues', handle: list },
  {
    operation: 'issues/create',
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues',
    writes: 'issues',
    handle: create,
  },
  {
    operation: 'issues/update',
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    writes: 'issues',
    handle: update,
  },
];
