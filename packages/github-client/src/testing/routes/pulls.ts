import { type Answer, notFound, ok } from '../answer.ts';
import type { Commit } from '../git-objects.ts';
import { paged, pageOf } from '../paging.ts';
import type { ApiRequest, Route } from '../route.ts';
import type { PullRequest, RepositoryState } from '../state.ts';
import { repositoryBody } from './repositories.ts';

/** GitHub lists no more commits of a pull request, however it is paged. */
const MAX_COMMITS = 250;

function commitBody(commit: Commit): Record<string, unknown> {
  return {
    sha: commit.id,
    commit: {
      message: commit.message,
      author: commit.author,
      committer: commit.committer,
      tree: { sha: commit.tree },
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({ sha })),
  };
}

function pullOf({ repository, parameters }: ApiRequest): PullRequest | undefined {
  return repository.pulls.get(Number(parameters.pull_number));
}

function headRepository(repository: RepositoryState, fullName: string): Record<string, unknown> {
  const [owner = '', name = ''] = fullName.split('/');
  const fork = fullName !== repository.fullName;
  return { ...repositoryBody(repository), full_name: fullName, name, owner: { login: owner, type: 'User' }, fork };
}

function get(request: ApiRequest): Answer {
  const pull = pullOf(request);
  if (!pull) return notFound();
  const { repository } = request;
  const { owner } = repository.hosted;
  const headOwner = pull.head.repository?.split('/')[0] ?? 'ghost';
  const answer = ok({
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state,
    draft: pull.draft,
    user: pull.author,
    merge_commit_sha: pull.mergeCommit,
    base: {
      label: `${owner}:${pull.base.ref}`,
      ref: pull.base.ref,
      sha: pull.base.sha,
      repo: repositoryBody(repository),
      user: { login: owner, type: 'Organization' },
    },
    head: {
      label: `${headOwner}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: pull.head.sha,
      repo: pull.head.repository === null ? null : headRepository(repository, pull.head.repository),
      user: { login: headOwner, type: 'User' },
    },
  });
  return pull.head.repository === null
    ? { ...answer, differs: 'head.repo is null when the fork was deleted, whatever the description says' }
    : answer;
}

async function commits(request: ApiRequest): Promise<Answer> {
  const pull = pullOf(request);
  if (!pull) return notFound();
  const listed = await request.repository.objects.commits(`${pull.base.sha}..${pull.head.sha}`);
  return paged(request, listed.reverse().slice(0, MAX_COMMITS).map(commitBody));
}

async function compare(request: ApiRequest): Promise<Answer> {
  const { repository, parameters } = request;
  const [from = '', to = ''] = parameters.basehead?.split('...') ?? [];
  const objects = repository.objects;
  const [base, head] = [await objects.resolve(from, 'commit'), await objects.resolve(to, 'commit')];
  const merge = base !== undefined && head !== undefined ? await objects.mergeBase(base, head) : undefined;
  if (base === undefined || head === undefined || merge === undefined) return notFound();
  const [ahead, behind] = [await objects.commits(`${base}..${head}`), await objects.commits(`${head}..${base}`)];
  const one = async (id: string) => (await objects.commits(id, 1)).map(commitBody)[0];
  const { items, links } = pageOf(request, ahead.reverse());
  return ok(
    {
      base_commit: await one(base),
      merge_base_commit: await one(merge),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: items.map(commitBody),
    },
    links === '' ? {} : { link: links },
  );
}

function statusOf(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

export const pullRoutes: readonly Route[] = [
  { operation: 'pulls/get', method: 'GET', path: '/repos/{owner}/{repo}/pulls/{pull_number}', handle: get },
  {
    operation: 'pulls/list-commits',
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    handle: commits,
  },
  {
    operation: 'repos/compare-commits-with-basehead',
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    handle: compare,
  },
];
