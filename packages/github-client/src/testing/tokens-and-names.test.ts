import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { type LoopbackGitHub, startGitHub } from './index.ts';

let git: GitFolder;
let github: LoopbackGitHub;
let commit: string;
beforeAll(async () => {
  git = new GitFolder();
  commit = git.commit({ 'README.md': '# Demo\n' }, 'First');
  const of = { owner: 'octo', folder: git.path, commit };
  github = await startGitHub({
    repositories: [
      { ...of, name: 'here', id: 11, formerly: ['octo/there', 'cat/there'] },
      { ...of, name: 'named', id: 12 },
      { ...of, name: 'hidden', id: 13 },
      { ...of, name: 'reused', id: 14, formerly: ['octo/named'] },
    ],
    tokens: {
      all: 'pat',
      some: {
        kind: 'pat',
        shown: (name) => (name === 'octo/hidden' ? 'nothing' : name === 'octo/named' ? 'named' : 'all'),
      },
      short: { kind: 'pat', lasts: 2 },
    },
  });
});
afterAll(async () => {
  await github.close();
  git.remove();
});

async function ask(path: string, token: string) {
  const answer = await fetch(`${github.url}${path}`, {
    redirect: 'manual',
    headers: { authorization: `token ${token}` },
  });
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.json() };
}

async function query(token: string, text: string) {
  const answer = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `token ${token}` },
    body: JSON.stringify({ query: text }),
  });
  return { status: answer.status, body: await answer.json() };
}

const clone = (name: string, token: string) => {
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const args = ['-c', `http.extraHeader=${header}`, 'ls-remote', `${github.serverUrl}/${name}`];
  const env = {
    PATH: process.env.PATH,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return promisify(execFile)('git', args, { env }).then(
    ({ stdout }) => stdout.slice(0, 40),
    (error: Error) => error.message,
  );
};

describe('a repository that was renamed, or moved to another owner', () => {
  test.each(['octo/there', 'cat/there'])('is still led to from %s', async (name) => {
    const { status, location } = await ask(`/repos/${name}/git/trees/${commit}?recursive=1`, 'all');
    expect([status, location]).toEqual([301, `${github.url}/repositories/11/git/trees/${commit}?recursive=1`]);
    expect(await ask(`/repositories/11/git/trees/${commit}?recursive=1`, 'all')).toMatchObject({
      status: 200,
      body: { tree: [{ path: 'README.md' }] },
    });
    expect(github.requests.slice(-2).map(({ operation }) => operation)).toEqual(['git/get-tree', 'git/get-tree']);
    const [owner, repo] = name.split('/');
    expect(
      await query('all', `{ repository(owner: "${owner}", name: "${repo}") { databaseId nameWithOwner } }`),
    ).toEqual({ status: 200, body: { data: { repository: { databaseId: 11, nameWithOwner: 'octo/here' } } } });
    expect(await clone(name, 'all')).toBe(git.git('rev-parse', 'HEAD'));
  });

  test('is not, where another bears the name now', async () => {
    expect(await ask('/repos/octo/named', 'all')).toMatchObject({ status: 200, body: { id: 12 } });
  });
});

describe('a token', () => {
  const LIST =
    '{ repositoryOwner(login: "octo") { repositories(first: 9) { nodes { nameWithOwner defaultBranchRef { name } } } } }';

  test('that is shown less of some repositories is shown that everywhere', async () => {
    expect((await query('some', LIST)).body).toMatchObject({
      data: {
        repositoryOwner: {
          repositories: {
            nodes: [
              { nameWithOwner: 'octo/here', defaultBranchRef: { name: 'main' } },
              { nameWithOwner: 'octo/named', defaultBranchRef: null },
              { nameWithOwner: 'octo/reused' },
            ],
          },
        },
      },
      errors: [{ type: 'FORBIDDEN', path: ['repositoryOwner', 'repositories', 'nodes', 1, 'defaultBranchRef'] }],
    });
    expect([
      (await ask('/repos/octo/named', 'some')).status,
      (await ask(`/repos/octo/named/git/trees/${commit}`, 'some')).status,
      (await ask('/repos/octo/hidden', 'some')).status,
      (await ask('/repos/octo/hidden', 'all')).status,
    ]).toEqual([200, 403, 404, 200]);
    expect([await clone('octo/named', 'some'), await clone('octo/hidden', 'some')]).toEqual([
      expect.stringContaining('error: 403'),
      expect.stringContaining('not found'),
    ]);
  });

  test("that expires is nobody's after so many requests", async () => {
    const answers = [await query('short', LIST), await ask('/repos/octo/here', 'short')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([(await ask('/repos/octo/here', 'short')).status, (await query('short', LIST)).status]).toEqual([401, 401]);
    expect(await clone('octo/here', 'short')).toContain('could not read Username');
  });
});

test('a fault can be of one repository', async () => {
  github.faults.add({ operation: 'git', path: '/octo/here/', answer: 'bad-gateway' });
  expect([await clone('octo/here', 'all'), await clone('octo/hidden', 'all')]).toEqual([
    expect.stringContaining('error: 502'),
    git.git('rev-parse', 'HEAD'),
  ]);
  github.faults.clear();
});
