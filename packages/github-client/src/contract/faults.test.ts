import { inspect } from 'node:util';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import * as client from '../index.ts';
import { type Scripted, type ScriptedServer, startScripted } from './testing/scripted-server.ts';

const REPOSITORY = { owner: 'o', repo: 'r' };
const TOKEN = 'ghs_1234_secret.of.somebody';
const COMMIT = { sha: 'c1', tree: { sha: 't1' }, parents: [], message: 'm' };
const FINE = { status: 200, body: COMMIT };
const IN_A_MINUTE = Math.floor(Date.now() / 1000) + 60;
const IN_AN_HOUR = Math.floor(Date.now() / 1000) + 3600;

const servers: ScriptedServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function scripted(...script: Scripted[]): Promise<ScriptedServer> {
  const server = await startScripted(script);
  servers.push(server);
  return server;
}

const connected = (server: Pick<ScriptedServer, 'url'>, options: Partial<client.ConnectOptions> = {}): client.GitHub =>
  client.connect({ apiUrl: server.url, token: TOKEN, version: '0.0.0', secondMs: 0, ...options });

/** What an operation fails with. Nothing of it may hold the token. */
async function faultOf(asked: Promise<unknown>): Promise<client.GitHubFault> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(client.GitHubFault);
  if (!(fault instanceof client.GitHubFault)) throw new Error('no fault');
  expect(`${inspect(fault, { depth: 9, showHidden: true })} ${fault.stack} ${fault.advice}`).not.toContain('secret');
  return fault;
}

const no = (status: number, message: string, headers: Record<string, string> = {}, rest: object = {}): Scripted => ({
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com/rest', ...rest },
});

const read = (github: client.GitHub) => client.commit(github, REPOSITORY, 'c1');
const RUN: client.NewCheckRun = {
  name: 'shipworthy',
  headSha: 'c1',
  conclusion: 'success',
  externalId: 'run-1',
  title: 'no gaps',
  summary: 'None.',
  annotations: [],
};
const write = (github: client.GitHub) => client.createCheckRun(github, REPOSITORY, RUN);

interface Case {
  readonly name: string;
  readonly script: readonly Scripted[];
  readonly ask?: (github: client.GitHub) => Promise<unknown>;
  readonly options?: Partial<client.ConnectOptions>;
  readonly reason: client.GitHubFaultReason;
  readonly message: RegExp;
  readonly advice: RegExp;
  /** Requests the server got; 1 unless said. */
  readonly requests?: number;
}

const CASES: readonly Case[] = [
  {
    name: 'a token that is not accepted',
    script: [no(401, 'Bad credentials')],
    reason: 'unauthorized',
    message: /^GitHub does not accept the token$/,
    advice: /expired/,
  },
  {
    name: 'no token where one is needed',
    script: [no(401, 'Requires authentication')],
    options: { token: '' },
    reason: 'unauthorized',
    message: /wants a token/,
    advice: /GITHUB_TOKEN/,
  },
  {
    name: 'a token that ends in the middle of the run',
    script: [FINE, no(401, 'Bad credentials')],
    ask: async (github) => {
      await read(github);
      await read(github);
    },
    reason: 'unauthorized',
    message: /in the middle of the run/,
    advice: /live for an hour/,
    requests: 2,
  },
  {
    name: 'a workflow of a fork that would write',
    script: [no(403, 'Resource not accessible by integration')],
    ask: write,
    reason: 'forbidden',
    message: /lacks "checks: write" \(GitHub: Resource not accessible by integration\)/,
    advice: /`checks: write` to the `permissions:`.*forks and of Dependabot/,
  },
  {
    name: 'a token that may not read',
    script: [no(403, 'Resource not accessible by personal access token')],
    reason: 'forbidden',
    message: /lacks "contents: read"/,
    advice: /^(?!.*forks)/,
  },
  {
    name: 'single sign-on',
    script: [
      no(403, 'Resource protected by organization SAML enforcement.', {
        'x-github-sso': 'required; url=https://github.com/orgs/o/sso?authorization_request=secret',
      }),
    ],
    reason: 'forbidden',
    message: /single sign-on/,
    advice: /Configure SSO/,
  },
  {
    name: 'an address that is not on the list',
    script: [no(403, 'The `o` organization has an IP allow list enabled, and your IP address is not permitted.')],
    reason: 'forbidden',
    message: /IP allow list/,
    advice: /address is on its list/,
  },
  {
    name: 'a check run by a person',
    script: [no(403, 'You must authenticate via a GitHub App.')],
    ask: write,
    reason: 'forbidden',
    message: /GitHub App/,
    advice: /Only apps make check runs/,
  },
  {
    name: 'a conversation that is locked',
    script: [no(403, 'Unable to create comment because issue is locked.')],
    ask: (github) => client.createComment(github, REPOSITORY, 7, 'text'),
    reason: 'forbidden',
    message: /issue is locked/,
    advice: /unlock it, or leave the comment off/,
  },
  {
    name: 'code scanning that is off',
    script: [no(403, 'Code scanning is not enabled for this repository.')],
    ask: (github) => client.uploadSarif(github, REPOSITORY, { commitSha: 'c1', ref: 'refs/heads/main', sarif: '{}' }),
    reason: 'forbidden',
    message: /Code scanning is not enabled/,
    advice: /Switch code scanning on/,
  },
  {
    name: 'what is not there, with a token',
    script: [no(404, 'Not Found')],
    reason: 'not-found',
    message: /does not show it to this token/,
    advice: /`contents: read`/,
  },
  {
    name: 'what is not there, without a token',
    script: [no(404, 'Not Found')],
    options: { token: undefined },
    reason: 'not-found',
    message: /requests without a token/,
    advice: /give a token/,
  },
  { name: 'what is gone', script: [no(410, 'Gone')], reason: 'not-found', message: /no longer/, advice: /deleted/ },
  {
    name: 'an empty repository',
    script: [no(409, 'Git Repository is empty.')],
    ask: (github) => client.tree(github, REPOSITORY, 'c1'),
    reason: 'conflict',
    message: /Git Repository is empty/,
    advice: /empty/,
  },
  {
    name: 'a request GitHub refuses',
    script: [
      no(422, 'Validation Failed', {}, { errors: [{ resource: 'CheckRun', field: 'head_sha', code: 'invalid' }] }),
    ],
    reason: 'invalid',
    message: /422: Validation Failed; CheckRun head_sha invalid/,
    advice: /report it/,
  },
  {
    name: 'a repository GitHub has blocked',
    script: [no(451, 'Repository access blocked')],
    reason: 'forbidden',
    message: /blocked/,
    advice: /owner/,
  },
  {
    name: 'the hourly limit, as GitHub answers it',
    script: [
      no(403, 'API rate limit exceeded for installation.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(IN_AN_HOUR),
      }),
    ],
    reason: 'rate-limited',
    message: /hourly limit/,
    advice: /after \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
  },
  {
    name: 'the hourly limit, as the newer status',
    script: [no(429, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' })],
    options: { maxWaitSeconds: -1 },
    reason: 'rate-limited',
    message: /hourly limit/,
    advice: /in an hour/,
  },
  {
    name: 'a secondary limit that asks for too long a pause',
    script: [no(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '600' })],
    reason: 'rate-limited',
    message: /secondary rate limit/,
    advice: /in 600 s/,
  },
  {
    name: 'a secondary limit that does not pass',
    script: [no(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '5' })],
    reason: 'rate-limited',
    message: /secondary rate limit/,
    advice: /in 5 s/,
    requests: 4,
  },
  {
    name: 'too many requests, by the status alone',
    script: [no(429, 'Slow down')],
    reason: 'rate-limited',
    message: /limit/,
    advice: /again/,
  },
  {
    name: 'a server that stays broken',
    script: [{ status: 502, body: '<html>Bad <b>Gateway</b></html>' }],
    reason: 'unavailable',
    message: /error of its own \(502\)/,
    advice: /githubstatus/,
    requests: 4,
  },
  {
    name: 'a broken server when something is created: looked for, then tried once more',
    script: [no(502, 'Server Error'), { status: 200, body: { check_runs: [] } }, no(502, 'Server Error')],
    ask: write,
    reason: 'unavailable',
    message: /error of its own/,
    advice: /githubstatus/,
    requests: 3,
  },
  {
    name: 'annotations are never sent twice',
    script: [no(502, 'Server Error')],
    ask: (github) => client.updateCheckRunOutput(github, REPOSITORY, 1, RUN),
    reason: 'unavailable',
    message: /error of its own/,
    advice: /githubstatus/,
  },
  {
    name: 'a page of a proxy instead of an answer',
    script: [{ status: 200, body: '<html>Please sign in</html>' }],
    reason: 'not-github',
    message: /is not GitHub's API \(200\)/,
    advice: /proxy/,
  },
  {
    name: 'a page of a proxy that refuses',
    script: [{ status: 403, body: '<html>Blocked by policy</html>' }],
    reason: 'not-github',
    message: /is not GitHub's API \(403\)/,
    advice: /proxy/,
  },
  {
    name: 'a connection that is reset',
    script: ['reset'],
    reason: 'unavailable',
    message: /connection to 127\.0\.0\.1:\d+ broke/,
    advice: /again/,
    requests: 4,
  },
  {
    name: 'an answer that breaks off',
    script: ['cut'],
    reason: 'unavailable',
    message: /connection to 127\.0\.0\.1:\d+ broke/,
    advice: /again/,
    requests: 4,
  },
  {
    name: 'a server that says nothing',
    script: ['hang'],
    options: { timeoutMs: 20 },
    reason: 'unavailable',
    message: /did not answer in time/,
    advice: /NODE_USE_ENV_PROXY/,
    requests: 4,
  },
  {
    name: 'redirects without end',
    script: [{ status: 301, headers: { location: '/repositories/1' } }],
    reason: 'not-github',
    message: /without end/,
    advice: /GITHUB_API_URL/,
    requests: 4,
  },
];

describe('faults', () => {
  test.each(CASES)('$name', async ({ script, ask = read, options, reason, message, advice, requests = 1 }) => {
    const server = await scripted(...script);
    const fault = await faultOf(ask(connected(server, options)));
    expect(fault).toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(fault.advice).toMatch(advice);
    expect(server.received).toHaveLength(requests);
  });

  test.each([
    ['ENOTFOUND', /could not be looked up/, /GITHUB_API_URL/],
    ['ECONNREFUSED', /nothing accepts connections/, /GITHUB_API_URL/],
    ['UND_ERR_CONNECT_TIMEOUT', /did not answer in time/, /githubstatus/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /certificate .* is not trusted/, /NODE_EXTRA_CA_CERTS/],
    ['EPIPE', /broke \(EPIPE\)/, /again/],
  ])('the network says %s', async (code, message, advice) => {
    const failing = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }));
    const fault = await faultOf(read(connected({ url: 'https://github.invalid/api/v3' }, { fetch: failing })));
    expect(fault).toMatchObject({ reason: 'unavailable', message: expect.stringMatching(message) });
    expect(fault.advice).toMatch(advice);
  });

  test('a mistake in our own code is no fault of GitHub', async () => {
    const server = await scripted({ status: 200, body: [] });
    await expect(read(connected(server))).rejects.toBeInstanceOf(TypeError);
  });
});

describe('what passes', () => {
  test.each<[name: string, script: Scripted[], notes: unknown[]]>([
    ['a server that recovers', [no(502, 'Server Error'), no(503, 'Unavailable'), FINE], []],
    ['a connection that comes back', ['reset', 'cut', FINE], []],
    [
      'a secondary limit with a short pause',
      [no(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '7' }), FINE],
      ['GitHub asks for a pause of 7 s (secondary rate limit); waiting.'],
    ],
    [
      'an hourly limit that has just ended',
      [no(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000' }), FINE],
      [],
    ],
    [
      'an hourly limit that ends within a minute',
      [no(429, 'Limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(IN_A_MINUTE) }), FINE],
      [expect.stringMatching(/^GitHub asks for a pause of \d\d s \(its hourly limit is used up\); waiting\.$/)],
    ],
  ])('%s', async (_name, script, expected) => {
    const server = await scripted(...script);
    const notes: string[] = [];
    const github = connected(server, { note: (sentence) => notes.push(sentence) });
    expect(await read(github)).toMatchObject({ sha: 'c1' });
    expect(server.received).toHaveLength(script.length);
    expect(notes).toEqual(expected);
  });

  test('nothing is printed, whatever GitHub announces', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => undefined),
    );
    const deprecated = { deprecation: '@1700000000', sunset: 'Sat, 01 Jan 2028 00:00:00 GMT' };
    const server = await scripted({ ...FINE, headers: deprecated }, no(404, 'Not Found'));
    const github = connected(server);
    await read(github);
    await read(github).catch(() => undefined);
    const printed = spies.flatMap((spy) => spy.mock.calls);
    for (const spy of spies) spy.mockRestore();
    expect(printed).toEqual([]);
    expect(server.received).toHaveLength(2);
  });

  test('a check run that was made although the answer was lost is not made again', async () => {
    const output = { annotations_count: 0 };
    const made = { id: 7, html_url: 'https://github.com/o/r/runs/7', external_id: 'run-1', output };
    const server = await scripted('reset', {
      status: 200,
      body: { check_runs: [{ ...made, external_id: 'x' }, made] },
    });
    expect(await write(connected(server))).toMatchObject({ id: 7 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('a comment that was written although the answer was lost is not written again', async () => {
    const written = { id: 9, html_url: 'https://github.com/o/r/pull/1#c9', body: 'one\r\ntwo', user: null };
    const server = await scripted(no(502, 'Server Error'), { status: 200, body: [written] });
    expect(await client.createComment(connected(server), REPOSITORY, 1, 'one\ntwo\n')).toMatchObject({ id: 9 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});
