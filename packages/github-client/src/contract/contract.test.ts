import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as client from '../index.ts';
import { type Prism, startPrism } from './testing/prism.ts';

const REPOSITORY = { owner: 'octocat', repo: 'Hello-World' };
const SHA = '0123456789abcdef0123456789abcdef01234567';

let prism: Prism;
const seen = new Set<string>();
const origins = new Set<string>();
beforeAll(async () => {
  prism = await startPrism();
}, 60_000);
afterAll(() => prism.close());

/** A client whose requests are written down. */
function connected(): client.GitHub {
  const github = client.connect({
    apiUrl: prism.url,
    token: 'a-token',
    version: '0.0.0',
    secondMs: 0,
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      origins.add(url.hostname);
      seen.add(prism.operationOf(init?.method ?? 'GET', url.pathname) ?? `unknown: ${init?.method} ${url.pathname}`);
      return fetch(input, init);
    },
  });
  // GitHub's description has no answer for the media type of its own that Octokit asks for.
  github.octokit.hook.before('request', (request) => {
    request.headers.accept = 'application/json';
  });
  // Its examples of pages lead on to api.github.com, where the client refuses to go; see paging.test.ts.
  github.octokit.hook.after('request', ({ headers }) => {
    delete headers.link;
  });
  return github;
}

const annotations = (count: number): client.CheckRunAnnotation[] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'docs/a.md',
    startLine: index + 1,
    endLine: index + 1,
    level: 'failure',
    message: 'missing',
  }));

const RUN: client.NewCheckRun = {
  name: 'shipworthy',
  headSha: SHA,
  conclusion: 'failure',
  externalId: 'run-1',
  detailsUrl: 'https://example.com/run/1',
  title: '2 gaps',
  summary: 'Two gaps.',
  annotations: annotations(1),
};
const LONG = 'ä'.repeat(70_000);

describe('requests as GitHub describes them', () => {
  const CASES: readonly [name: string, ask: (github: client.GitHub) => Promise<unknown>, expected: unknown][] = [
    [
      'repositoryInfo',
      (github) => client.repositoryInfo(github, REPOSITORY),
      { ...REPOSITORY, id: 1296269, defaultBranch: 'master', private: false, archived: false, hasIssues: true },
    ],
    ['compare', (github) => client.compare(github, REPOSITORY, 'main', 'a/branch'), { mergeBase: expect.any(String) }],
    ['pullRequest', (github) => client.pullRequest(github, REPOSITORY, 1347), { number: 1347, author: 'octocat' }],
    [
      'pullRequestCommits',
      (github) => client.pullRequestCommits(github, REPOSITORY, 1347),
      { complete: true, commits: [{ message: 'Fix all the bugs', author: { name: 'Monalisa Octocat' } }] },
    ],
    ['commit', (github) => client.commit(github, REPOSITORY, SHA), { parents: [expect.any(String)] }],
    ['tree', (github) => client.tree(github, REPOSITORY, SHA), { truncated: false }],
    ['tree, recursive', (github) => client.tree(github, REPOSITORY, SHA, { recursive: true }), { truncated: false }],
    ['blob', (github) => client.blob(github, REPOSITORY, SHA), Buffer.from('Content of the blob')],
    ['createCheckRun', (github) => client.createCheckRun(github, REPOSITORY, RUN), { unsent: [] }],
    [
      'createCheckRun with more annotations than a request takes',
      (github) => client.createCheckRun(github, REPOSITORY, { ...RUN, annotations: annotations(51) }),
      { unsent: annotations(51).slice(50) },
    ],
    [
      'createCheckRun with texts that are too long',
      (github) =>
        client.createCheckRun(github, REPOSITORY, {
          ...RUN,
          summary: LONG,
          annotations: [
            {
              path: 'a.md',
              startLine: 1,
              endLine: 2,
              startColumn: 3,
              endColumn: 4,
              level: 'warning',
              title: LONG,
              message: LONG,
            },
          ],
        }),
      { unsent: [] },
    ],
    [
      'updateCheckRunOutput',
      (github) => client.updateCheckRunOutput(github, REPOSITORY, 4, { ...RUN, annotations: annotations(120) }),
      { unsent: annotations(120).slice(50) },
    ],
    [
      'latestCheckRun',
      (github) => client.latestCheckRun(github, REPOSITORY, RUN),
      { id: expect.any(Number), externalId: expect.any(String), annotations: expect.any(Number) },
    ],
    // GitHub's example of a list is a pull request.
    ['listIssues', (github) => client.listIssues(github, REPOSITORY), { issues: [], complete: true }],
    [
      'createIssue with texts that are too long',
      (github) => client.createIssue(github, REPOSITORY, { title: LONG, body: LONG }),
      { number: 1347, state: 'open', author: { login: 'octocat' }, association: 'COLLABORATOR' },
    ],
    [
      'updateIssue',
      (github) => client.updateIssue(github, REPOSITORY, 1347, { body: 'text', state: 'open' }),
      { number: 1347, title: 'Found a bug', body: "I'm having a problem with this." },
    ],
    ['listComments', (github) => client.listComments(github, REPOSITORY, 1), { comments: [{ body: 'Me too' }] }],
    ['createComment', (github) => client.createComment(github, REPOSITORY, 1, LONG), { author: { type: 'User' } }],
    ['updateComment', (github) => client.updateComment(github, REPOSITORY, 1, 'text'), { id: 1 }],
    [
      'uploadSarif',
      (github) =>
        client.uploadSarif(github, REPOSITORY, {
          commitSha: SHA,
          ref: 'refs/pull/7/merge',
          sarif: '{"version":"2.1.0"}',
          checkoutUri: 'file:///home/runner/work',
        }),
      { id: expect.any(String) },
    ],
  ];

  test.each(CASES)('%s is taken, and its answer understood', async (_name, ask, expected) => {
    const answer = await ask(connected());
    if (Buffer.isBuffer(expected)) expect(answer).toEqual(expected);
    else expect(answer).toMatchObject(expected as object);
  });

  test('looking for a check run that may have been made is an operation GitHub has', async () => {
    const github = connected();
    github.octokit.hook.before('request', (request) => {
      if (request.method === 'POST') throw Object.assign(new Error('lost'), { status: 502, request: {} });
    });
    await expect(client.createCheckRun(github, REPOSITORY, RUN)).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('what GitHub refuses', () => {
  const output = { title: 'a title', summary: 'a summary' };
  const annotation = { path: 'a.md', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' } as const;
  const create = { ...REPOSITORY, name: 'a name', head_sha: SHA, status: 'completed', conclusion: 'success' } as const;

  test.each<[name: string, ask: (octokit: client.GitHub['octokit']) => Promise<unknown>, status?: number]>([
    [
      '51 annotations',
      ({ rest }) => rest.checks.create({ ...create, output: { ...output, annotations: Array(51).fill(annotation) } }),
    ],
    [
      '51 annotations in an update',
      ({ rest }) =>
        rest.checks.update({
          ...REPOSITORY,
          check_run_id: 1,
          output: { ...output, annotations: Array(51).fill(annotation) },
        }),
    ],
    [
      'a summary of 65,536 characters',
      ({ rest }) => rest.checks.create({ ...create, output: { ...output, summary: 'a'.repeat(65_536) } }),
    ],
    [
      'a level GitHub has not',
      (octokit) =>
        octokit.request('POST /repos/{owner}/{repo}/check-runs', {
          ...create,
          output: { ...output, annotations: [Object.assign({}, annotation, { annotation_level: 'error' })] },
        }),
    ],
    [
      'a comment without text',
      ({ request }) => request({ method: 'POST', url: '/repos/o/r/issues/1/comments', data: {} }),
    ],
    [
      'an upload for half a commit id',
      ({ rest }) =>
        rest.codeScanning.uploadSarif({ ...REPOSITORY, commit_sha: '0123', ref: 'refs/heads/main', sarif: 'x' }),
      400,
    ],
  ])('%s', async (_name, ask, status = 422) => {
    await expect(ask(connected().octokit)).rejects.toMatchObject({ status });
  });
});

test('the operations asked are those declared, and those of the trimmed description', () => {
  const description: unknown = JSON.parse(
    readFileSync(new URL('../../description/api.github.com.json', import.meta.url), 'utf8'),
  );
  const declared = Object.keys(client.OPERATIONS).sort();
  expect([...seen].sort()).toEqual(declared);
  expect(operationIds(description).sort()).toEqual(declared);
});

test('nothing went anywhere but to this machine', () => {
  expect([...origins]).toEqual(['127.0.0.1']);
});

/** Every `operationId` below a document. */
function operationIds(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'operationId' && typeof value === 'string' ? [value] : operationIds(value),
  );
}
