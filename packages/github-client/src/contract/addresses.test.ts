import { describe, expect, test } from '@jest/globals';
import { SourceError } from '@shipworthy/model';
import * as client from '../index.ts';
import { REPOSITORY, scripted, scriptedLater } from './testing/scripted.ts';
import type { Scripted } from './testing/scripted-server.ts';

const COMMIT: Scripted = { status: 200, body: { sha: 'c1', tree: { sha: 't1' }, parents: [], message: 'm' } };
const comment = (id: number) => ({ id, html_url: `https://github.com/o/r/pull/1#${id}`, body: `${id}`, user: null });

const connected = (apiUrl: string): client.GitHub =>
  client.connect({ apiUrl, token: 'a-token', version: '1.2.3', secondMs: 0 });

describe('redirects', () => {
  test('of a renamed repository are followed, with the token', async () => {
    const server = await scripted({ status: 301, headers: { location: '/repositories/42/git/commits/c1' } }, COMMIT);
    expect(await client.commit(connected(server.url), REPOSITORY, 'c1')).toMatchObject({ sha: 'c1' });
    expect(server.received.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/repos/o/r/git/commits/c1', 'token a-token'],
      ['/repositories/42/git/commits/c1', 'token a-token'],
    ]);
  });

  test.each([301, 302, 307, 308])('%d repeats what was to be created, and does not read instead', async (status) => {
    const server = await scripted(
      { status, headers: { location: '/repositories/42/issues/1/comments' } },
      { status: 201, body: comment(5) },
    );
    expect(await client.createComment(connected(server.url), REPOSITORY, 1, 'text')).toMatchObject({ id: 5 });
    expect(server.received.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"body":"text"}'],
      ['POST', '{"body":"text"}'],
    ]);
  });

  test('to another server are not followed: nothing is sent there', async () => {
    const foreign = await scripted(COMMIT);
    const server = await scripted({ status: 302, headers: { location: `${foreign.url}/repos/o/r/git/commits/c1` } });
    await expect(client.commit(connected(server.url), REPOSITORY, 'c1')).rejects.toMatchObject({
      reason: 'not-github',
      message: `an answer of ${server.url} leads to ${foreign.url}; it was not followed`,
    });
    expect(foreign.received).toEqual([]);
    expect(server.received).toHaveLength(1);
  });
});

describe('pages', () => {
  const page = (server: { url: string }, number: number, next?: number): Scripted => ({
    status: 200,
    headers: next ? { link: `<${server.url}/repositories/42/issues/1/comments?page=${next}>; rel="next"` } : {},
    body: [comment(number)],
  });

  test('are read to the last', async () => {
    const script: Scripted[] = [];
    const server = await scriptedLater(script);
    script.push(page(server, 1, 2), page(server, 2, 3), page(server, 3));
    const { comments, complete } = await client.listComments(connected(server.url), REPOSITORY, 1);
    expect([comments.map(({ id }) => id), complete]).toEqual([[1, 2, 3], true]);
    expect(server.received.map(({ path }) => path)).toEqual([
      '/repos/o/r/issues/1/comments?per_page=100',
      '/repositories/42/issues/1/comments?page=2',
      '/repositories/42/issues/1/comments?page=3',
    ]);
  });

  test('on another server are refused, and nothing is sent there', async () => {
    const foreign = await scripted({ status: 200, body: [] });
    const server = await scripted(page(foreign, 1, 2));
    await expect(client.listComments(connected(server.url), REPOSITORY, 1)).rejects.toMatchObject({
      reason: 'not-github',
    });
    expect(foreign.received).toEqual([]);
  });

  test('without end are given up, and what was read is said to be a part', async () => {
    const script: Scripted[] = [];
    const server = await scriptedLater(script);
    script.push(page(server, 1, 2));
    const { comments, complete } = await client.listComments(connected(server.url), REPOSITORY, 1);
    expect([comments.length, complete]).toEqual([100, false]);
  });

  test('of commits: as many as GitHub shows may not be all', async () => {
    const commits = Array.from({ length: 250 }, (_, index) => ({ sha: `${index}`, commit: { message: 'm' } }));
    const server = await scripted({ status: 200, body: commits });
    const listed = await client.pullRequestCommits(connected(server.url), REPOSITORY, 1);
    expect([listed.commits.length, listed.complete]).toEqual([250, false]);
  });
});

describe('where GitHub is', () => {
  test.each([
    ['', '/graphql'],
    ['/', '/graphql'],
    ['/api/v3', '/api/graphql'],
    ['/api/v3/', '/api/graphql'],
  ])('an API at "%s" has GraphQL at %s', async (path, expected) => {
    const server = await scripted({ status: 200, body: { data: { repository: {} } } });
    await client.blobs(connected(`${server.url}${path}`), REPOSITORY, ['b1']);
    expect(server.received.map((request) => request.path)).toEqual([expected]);
  });

  test.each(['github.com', 'ftp://github.com', 'https://user:secret@github.com', 'https://github.com/?a=b'])(
    'the address %s is refused',
    (apiUrl) => {
      expect(() => client.connect({ apiUrl, version: '0' })).toThrow(SourceError);
      expect(() => client.connect({ apiUrl, version: '0' })).not.toThrow(/secret/);
    },
  );

  test('GitHub is told who asks, and for which version of its API', async () => {
    const server = await scripted(COMMIT);
    await client.commit(connected(server.url), REPOSITORY, 'c1');
    expect(server.received[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^shipworthy\/1\.2\.3 /),
      'x-github-api-version': '2022-11-28',
    });
  });

  test('nothing said means github.com', () => {
    expect(client.connect({ version: '0' })).toMatchObject({ apiUrl: 'https://api.github.com', authorized: false });
    expect(client.connect({ apiUrl: ' ', version: '0' })).toMatchObject({ apiUrl: 'https://api.github.com' });
  });
});

describe('the token', () => {
  test.each([
    ['with the line break of a file', 'ghp_abc\n', 'token ghp_abc'],
    ['of any length', `ghs_1_${'a'.repeat(900)}`, `token ghs_1_${'a'.repeat(900)}`],
    ['that is a JWT', 'ghs_1_a.b.c', 'bearer ghs_1_a.b.c'],
    ['that is empty', ' ', undefined],
  ])('%s', async (_name, token, expected) => {
    const server = await scripted(COMMIT);
    const github = client.connect({ apiUrl: server.url, token, version: '0', secondMs: 0 });
    await client.commit(github, REPOSITORY, 'c1');
    expect(server.received.map(({ authorization }) => authorization)).toEqual([expected]);
    expect(github.authorized).toBe(expected !== undefined);
  });

  test.each(['ghp_secret\nx-evil: 1', 'ghp_secret and more', 'ghp_secret“'])(
    'that no header can carry is refused without repeating it',
    (token) => {
      const attempt = () => client.connect({ token, version: '0' });
      expect(attempt).toThrow(SourceError);
      expect(attempt).not.toThrow(/secret/);
    },
  );
});
