import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { type LoopbackGitHub, type RepositoryState, startGitHub } from './index.ts';

let git: GitFolder;
let github: LoopbackGitHub;
beforeAll(async () => {
  git = new GitFolder();
  const sha = git.commit({ 'README.md': '# Demo\n' }, 'First');
  const of = { owner: 'octo', folder: git.path };
  github = await startGitHub({
    repositories: [
      { ...of, name: 'demo' },
      { ...of, name: 'off', issues: 'off' },
      { ...of, name: 'old', archived: true },
    ],
    tokens: { writer: 'actions', person: 'pat', outsider: 'outsider', little: { kind: 'actions', rights: [] } },
  });
  const open = { number: 1, base: { ref: 'main', sha }, head: { repository: 'octo/demo', ref: 'topic', sha } };
  for (const name of ['octo/demo', 'octo/off']) state(name).openPull(open);
});
afterAll(async () => {
  await github.close();
  git.remove();
});

const state = (name: string): RepositoryState => github.state.repository(name);

async function ask(method: string, path: string, token?: string, body?: unknown) {
  const answer = await fetch(`${github.url}/repos/octo/${path}`, {
    method,
    ...(token === undefined ? {} : { headers: { authorization: `token ${token}` } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: Object(await answer.json()) };
}

const numbers = async (path: string) =>
  (await ask('GET', path)).body.map(({ number }: { readonly number: number }) => number);

describe('issues of the loopback GitHub', () => {
  test('are opened, edited, closed and listed, pull requests among them', async () => {
    const made = await ask('POST', 'demo/issues', 'writer', { title: 'One', body: 'text' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { number: 2, state: 'open', user: { type: 'Bot' }, performed_via_github_app: { slug: 'github-actions' } },
    ]);
    await ask('POST', 'demo/issues', 'outsider', { title: 'Two' });
    expect((await ask('PATCH', 'demo/issues/2', 'person', { body: 'new', state: 'closed' })).body).toMatchObject({
      title: 'One',
      body: 'new',
      state: 'closed',
    });
    expect(await numbers('demo/issues')).toEqual([3, 1]);
    expect(await numbers('demo/issues?state=closed')).toEqual([2]);
    expect(await numbers('demo/issues?state=all&direction=asc')).toEqual([1, 2, 3]);
    expect(await numbers('demo/issues?state=all&direction=asc&per_page=1&page=2')).toEqual([2]);
    expect(state('octo/demo').issues[0]?.edits).toBe(1);
  });

  test('that are switched off are not shown, and the repository says so', async () => {
    state('octo/off').addIssue('Three', null);
    expect(await numbers('off/issues')).toEqual([1]);
    expect((await ask('GET', 'off')).body.has_issues).toBe(false);
    expect((await ask('GET', 'demo')).body.has_issues).toBe(true);
  });

  test.each<[string, string, string, string | undefined, object, number, string]>([
    ['nobody', 'POST', 'demo/issues', undefined, { title: 'A' }, 401, 'Requires authentication'],
    ['no title', 'POST', 'demo/issues', 'writer', { body: 'A' }, 422, 'Invalid request'],
    ['a long title', 'POST', 'demo/issues', 'writer', { title: 'x'.repeat(257) }, 422, 'title is too long'],
    ['a long text', 'POST', 'demo/issues', 'writer', { title: 'A', body: 'x'.repeat(65_537) }, 422, 'body is too long'],
    ['a state that there is not', 'PATCH', 'demo/issues/2', 'writer', { state: 'done' }, 422, 'Invalid request'],
    ['no right', 'POST', 'demo/issues', 'little', { title: 'A' }, 403, 'Resource not accessible by integration'],
    ["another's issue", 'PATCH', 'demo/issues/2', 'outsider', { body: 'A' }, 403, 'Must have admin rights'],
    ['a pull request', 'PATCH', 'demo/issues/1', 'writer', { body: 'A' }, 404, 'Not Found'],
    ['switched off', 'POST', 'off/issues', 'writer', { title: 'A' }, 410, 'Issues are disabled'],
    ['archived', 'POST', 'old/issues', 'writer', { title: 'A' }, 403, 'was archived'],
  ])('%s is refused', async (_case, method, path, token, sent, status, message) => {
    expect(await ask(method, path, token, sent)).toMatchObject({
      status,
      body: { message: expect.stringContaining(message) },
    });
  });
});
