import { describe, expect, test } from '@jest/globals';
import * as client from '../index.ts';
import { connected, type FaultCase, faultOf, no, RUN, read, testFaults, write } from './testing/fault-scene.ts';
import { REPOSITORY } from './testing/scripted.ts';

const IN_AN_HOUR = Math.floor(Date.now() / 1000) + 3600;

const OUTAGES: readonly FaultCase[] = [
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

describe('faults of limits, servers and networks', () => {
  testFaults(OUTAGES);

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
});
