import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { gitHubDescription, type LoopbackGitHub, startGitHub } from './index.ts';
import { ROUTES } from './routes/index.ts';

/** Real servers and real git, many at once. */
jest.setTimeout(60_000);

let folder: string;
let repository: GitFolder;
let github: LoopbackGitHub;
let base: string;
let head: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-loopback-'));
  repository = new GitFolder();
  base = repository.commit({ 'README.md': '# Demo\n', 'docs/a.md': 'a' }, 'First');
  repository.git('checkout', '-q', '-b', 'topic');
  head = repository.commit({ 'docs/b.md': 'b' }, 'Second\n\nRollback: revert');
  const demo = { owner: 'octo', folder: repository.path };
  github = await startGitHub({
    repositories: [
      { ...demo, name: 'demo' },
      { ...demo, name: 'secret', private: true, codeScanning: 'off' },
    ],
    tokens: { writer: 'actions', reader: 'fork', person: 'pat', other: 'app', little: { kind: 'actions', rights: [] } },
  });
  const own = { repository: 'octo/demo', ref: 'topic', sha: head };
  github.state.repository('octo/demo').openPull({ number: 7, base: { ref: 'main', sha: base }, head: own });
  github.state
    .repository('octo/demo')
    .openPull({ number: 8, base: { ref: 'main', sha: base }, head: { ...own, repository: null } });
});
afterAll(async () => {
  await github.close();
  repository.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function ask(method: string, path: string, token?: string, body?: unknown): Promise<Said> {
  const answer = await fetch(`${github.url}${path}`, {
    method,
    ...(token === undefined ? {} : { headers: { authorization: `token ${token}` } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const parsed: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  return { status: answer.status, headers: answer.headers, body: Object(parsed) };
}

const demo = '/repos/octo/demo';

describe('the loopback GitHub', () => {
  test('knows every operation of the trimmed description, and no other, by the same address', () => {
    const description = gitHubDescription();
    expect(ROUTES.map(({ operation }) => operation).sort()).toEqual([...description.operations].sort());
    for (const { operation, method, path } of ROUTES) expect(`${method} ${path}`).toBe(description.routeOf(operation));
  });

  test.each<[string, string, () => object]>([
    ['a repository', demo, () => ({ full_name: 'octo/demo', default_branch: 'main', private: false })],
    [
      'a pull request',
      `${demo}/pulls/7`,
      () => ({ number: 7, state: 'open', head: { sha: head, repo: { full_name: 'octo/demo' } }, base: { sha: base } }),
    ],
    ['a pull request of a deleted fork', `${demo}/pulls/8`, () => ({ head: { sha: head, repo: null } })],
  ])('shows %s', async (_name, path, expected) => {
    const { status, body } = await ask('GET', path);
    expect([status, body]).toMatchObject([200, expected()]);
  });

  test('gives trees, blobs and commits as git has them', async () => {
    const tree = await ask('GET', `${demo}/git/trees/${head}?recursive=1`);
    expect(tree.body).toMatchObject({
      truncated: false,
      tree: [
        { path: 'README.md', mode: '100644', size: 7 },
        { path: 'docs', type: 'tree' },
        { path: 'docs/a.md' },
        { path: 'docs/b.md' },
      ],
    });
    const id = repository.git('rev-parse', `${head}:docs/b.md`);
    expect((await ask('GET', `${demo}/git/blobs/${id}`)).body).toMatchObject({ sha: id, content: 'Yg==', size: 1 });
    expect((await ask('GET', `${demo}/git/commits/${head}`)).body).toMatchObject({
      tree: { sha: repository.git('rev-parse', `${head}^{tree}`) },
      parents: [{ sha: base }],
      message: 'Second\n\nRollback: revert',
    });
    expect((await ask('GET', `${demo}/git/trees/${'0'.repeat(40)}`)).status).toBe(404);
  });

  test('compares, and lists the commits of a pull request oldest first', async () => {
    expect((await ask('GET', `${demo}/compare/${base}...${head}`)).body).toMatchObject({
      merge_base_commit: { sha: base },
      status: 'ahead',
      ahead_by: 1,
    });
    expect((await ask('GET', `${demo}/pulls/7/commits`)).body).toMatchObject([
      { sha: head, commit: { author: { email: 'ann@example.com' } } },
    ]);
  });

  test('cuts a recursive tree when told to, and says so', async () => {
    github.faults.truncateTreesAt = 2;
    const { body } = await ask('GET', `${demo}/git/trees/${head}?recursive=1`);
    expect([body.truncated, body.tree]).toEqual([true, [expect.anything(), expect.anything()]]);
    expect((await ask('GET', `${demo}/git/trees/${head}`)).body.truncated).toBe(false);
    github.faults.clear();
  });

  test('pages comments with links', async () => {
    const demos = github.state.repository('octo/demo');
    for (let index = 0; index < 5; index++) demos.addComment(7, `comment ${index}`);
    const first = await ask('GET', `${demo}/issues/7/comments?per_page=2`);
    expect(first.body).toMatchObject([{ body: 'comment 0' }, { body: 'comment 1' }]);
    expect(first.headers.get('link')).toContain(
      `<${github.url}${demo}/issues/7/comments?per_page=2&page=2>; rel="next"`,
    );
    github.faults.foreignNext = 'http://elsewhere.example';
    expect((await ask('GET', `${demo}/issues/7/comments?per_page=2`)).headers.get('link')).toContain(
      '<http://elsewhere.example/api/v3/repos/octo/demo/issues/7/comments?per_page=2&page=2>; rel="next"',
    );
    github.faults.clear();
    expect((await ask('GET', `${demo}/issues/7/comments?per_page=2&page=3`)).headers.get('link')).not.toContain('next');
  });

  test('lets a comment be edited by its author only', async () => {
    const made = await ask('POST', `${demo}/issues/7/comments`, 'writer', { body: 'first' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { user: { login: 'github-actions[bot]', type: 'Bot' }, performed_via_github_app: { slug: 'github-actions' } },
    ]);
    const path = `${demo}/issues/comments/${String(made.body.id)}`;
    expect((await ask('PATCH', path, 'person', { body: 'mine' })).status).toBe(403);
    expect((await ask('PATCH', path, 'writer', { body: 'second' })).body.body).toBe('second');
    expect((await ask('PATCH', path, 'writer', { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await ask('POST', `${demo}/issues/7/comments`, 'writer', {})).status).toBe(422);
  });

  const annotation = { path: 'README.md', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'm' };
  const run = (output: object = {}): object => ({
    name: 'ready',
    head_sha: head,
    status: 'completed',
    conclusion: 'failure',
    output: { title: 't', summary: 's', ...output },
  });

  test('adds up the annotations of a check run, and keeps its outcome from workflows', async () => {
    const annotations = Array.from({ length: 50 }, () => annotation);
    const made = await ask('POST', `${demo}/check-runs`, 'writer', run({ annotations }));
    expect([made.status, made.body]).toMatchObject([201, { conclusion: 'failure', output: { annotations_count: 50 } }]);
    const path = `${demo}/check-runs/${String(made.body.id)}`;
    const more = { output: { title: 't', summary: 's', annotations: [annotation] } };
    expect((await ask('PATCH', path, 'writer', more)).body).toMatchObject({ output: { annotations_count: 51 } });
    expect((await ask('PATCH', path, 'other', more)).body.message).toMatch(/Invalid app_id/);
    expect((await ask('PATCH', path, 'writer', { conclusion: 'success', status: 'completed' })).status).toBe(403);
    expect((await ask('GET', `${demo}/commits/${head}/check-runs?check_name=ready`)).body).toMatchObject({
      total_count: 1,
      check_runs: [{ name: 'ready' }],
    });
    expect(github.state.repository('octo/demo').checkRuns[0]?.annotations).toHaveLength(51);
  });

  test.each<[string, () => object, number]>([
    ['51 annotations', () => run({ annotations: Array.from({ length: 51 }, () => annotation) }), 422],
    ['a summary of 65,536', () => run({ summary: 'x'.repeat(65_536) }), 422],
    ['a level GitHub does not know', () => run({ annotations: [{ ...annotation, annotation_level: 'error' }] }), 422],
    ['a title of 256', () => run({ annotations: [{ ...annotation, title: 'x'.repeat(256) }] }), 422],
    ['columns over lines', () => run({ annotations: [{ ...annotation, end_line: 2, start_column: 1 }] }), 422],
    ['completed without conclusion', () => ({ name: 'a', head_sha: head, status: 'completed' }), 422],
    ['a commit that is not there', () => ({ ...run(), head_sha: '0'.repeat(40) }), 422],
  ])('refuses a check run with %s', async (_name, body, status) => {
    expect((await ask('POST', `${demo}/check-runs`, 'writer', body())).status).toBe(status);
  });

  test('unpacks SARIF, and refuses it where code scanning is off', async () => {
    const sarif = gzipSync('{"runs":[]}').toString('base64');
    const body = { commit_sha: head, ref: 'refs/heads/topic', sarif };
    expect((await ask('POST', `${demo}/code-scanning/sarifs`, 'writer', body)).status).toBe(202);
    expect(github.state.repository('octo/demo').uploads).toMatchObject([{ commit: head, sarif: '{"runs":[]}' }]);
    expect((await ask('POST', '/repos/octo/secret/code-scanning/sarifs', 'writer', body)).status).toBe(403);
    expect((await ask('POST', `${demo}/code-scanning/sarifs`, 'writer', { ...body, sarif: 'aGk=' })).status).toBe(400);
  });

  test.each<[string, string | undefined, string, number]>([
    ['nobody writes', undefined, `${demo}/issues/7/comments`, 401],
    ['a fork writes', 'reader', `${demo}/issues/7/comments`, 403],
    ['a workflow without permission writes', 'little', `${demo}/check-runs`, 403],
    ['a person makes a check run', 'person', `${demo}/check-runs`, 403],
    ['a token nobody gave out', 'stolen', `${demo}/issues/7/comments`, 401],
  ])('refuses when %s', async (_name, token, path, status) => {
    const body = path.endsWith('check-runs') ? run() : { body: 'hello' };
    expect((await ask('POST', path, token, body)).status).toBe(status);
  });

  test('hides what is private', async () => {
    expect((await ask('GET', '/repos/octo/secret')).status).toBe(404);
    expect((await ask('GET', '/repos/octo/secret', 'reader')).status).toBe(200);
    expect((await ask('GET', '/repos/octo/nothing', 'reader')).status).toBe(404);
  });

  test('counts what is left', async () => {
    const [one, two] = [await ask('GET', demo, 'other'), await ask('GET', demo, 'other')];
    const left = (said: Said): number => Number(said.headers.get('x-ratelimit-remaining'));
    expect(left(one) - left(two)).toBe(1);
  });
});

describe('GraphQL', () => {
  const query = async (text: string, token: string | undefined = 'reader'): Promise<Said> =>
    ask('POST', '/graphql', token, { query: text, variables: { owner: 'octo', name: 'demo' } });
  test('answers what the schema knows, by blob', async () => {
    const id = repository.git('rev-parse', `${head}:README.md`);
    const { body } = await query(
      `query($owner:String!,$name:String!){repository(owner:$owner,name:$name){a:object(oid:"${id}"){...on Blob{oid text isBinary isTruncated byteSize}} b:object(oid:"${'0'.repeat(40)}"){oid}}}`,
    );
    expect(body).toEqual({
      data: {
        repository: { a: { oid: id, text: '# Demo\n', isBinary: false, isTruncated: false, byteSize: 7 }, b: null },
      },
    });
  });
  test('refuses what it does not know, and who has no token', async () => {
    expect((await query('{ repository(owner:"octo",name:"demo"){ nope } }')).body.errors).toBeDefined();
    expect((await query('{', 'reader')).body.errors).toBeDefined();
    expect((await ask('POST', '/graphql', undefined, { query: '{ rateLimit { cost } }' })).status).toBe(401);
    expect((await query('{ repository(owner:"octo",name:"gone"){ name } }')).body).toMatchObject({
      data: { repository: null },
      errors: [{ message: expect.stringContaining('Could not resolve') }],
    });
  });
});

describe('faults', () => {
  test.each([
    ['secondary-limit', 403, 'retry-after'],
    ['primary-limit', 429, 'x-ratelimit-reset'],
    ['bad-gateway', 502, 'content-type'],
    ['unauthorized', 401, 'content-type'],
    ['sso', 403, 'x-github-sso'],
    ['html', 200, 'content-type'],
  ] as const)('%s answers %d, as often as told, where told', async (answer, status, header) => {
    github.faults.add({ answer, operation: 'repos/get', after: 1, times: 1 });
    const said = [
      await ask('GET', demo),
      await ask('GET', `${demo}/pulls/7`),
      await ask('GET', demo),
      await ask('GET', demo),
    ];
    expect(said.map((each) => each.status)).toEqual([200, 200, status, 200]);
    expect(said[2]?.headers.get(header)).toBeTruthy();
    github.faults.clear();
  });
  test('a hanging and a broken connection', async () => {
    github.faults.add({ answer: 'hang', times: 1 }).add({ answer: 'reset', after: 1, times: 1 });
    await expect(fetch(`${github.url}${demo}`, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await expect(fetch(`${github.url}${demo}`)).rejects.toThrow();
    github.faults.clear();
  });
});

describe('git over HTTP', () => {
  /** Not `spawnSync`, which would keep this process, and so the server, from answering. */
  const clone = (name: string, to: string, token?: string): Promise<unknown> =>
    promisify(execFile)('git', ['clone', '-q', '--bare', '--filter=blob:none', name, join(folder, to)], {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_NOSYSTEM: '1',
        ...(token === undefined
          ? {}
          : {
              GIT_CONFIG_COUNT: '1',
              GIT_CONFIG_KEY_0: 'http.extraHeader',
              GIT_CONFIG_VALUE_0: `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
            }),
      },
    });
  const objectsOf = (to: string): string =>
    spawnSync('git', ['-C', join(folder, to), 'count-objects', '-v'], { encoding: 'utf8' }).stdout;

  test('clones what is public, without blobs', async () => {
    await clone(`${github.serverUrl}/octo/demo.git`, 'copy');
    // Two commits, two trees of the top, two of docs.
    expect(objectsOf('copy')).toMatch(/in-pack: 6$/m);
  });
  test('clones what is private with a token only', async () => {
    await expect(clone(`${github.serverUrl}/octo/secret`, 'refused')).rejects.toThrow(
      /could not read Username|Authentication/,
    );
    await expect(clone(`${github.serverUrl}/octo/secret`, 'refused', 'stolen')).rejects.toThrow();
    await clone(`${github.serverUrl}/octo/secret`, 'secret', 'reader');
    expect(objectsOf('secret')).toMatch(/in-pack: 6$/m);
  });
});

test('answers were held against the description', () => {
  expect(github.answersValidated).toBeGreaterThan(20);
});
