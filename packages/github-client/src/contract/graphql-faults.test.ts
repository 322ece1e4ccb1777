import { describe, expect, test } from '@jest/globals';
import * as client from '../index.ts';
import { REPOSITORY, scripted } from './testing/scripted.ts';
import type { Scripted } from './testing/scripted-server.ts';

async function blobsOf(oids: readonly string[], ...script: Scripted[]) {
  const server = await scripted(...script);
  const github = client.connect({ apiUrl: server.url, token: 'a-token', version: '0', secondMs: 0 });
  return { server, answer: client.blobs(github, REPOSITORY, oids) };
}

const text = (oid: string) => ({ oid, byteSize: 1, isBinary: false, isTruncated: false, text: 'a' });
const errors = (error: object, data: unknown = null) => ({ status: 200, body: { data, errors: [error] } });

describe('GraphQL answers with errors in 200', () => {
  test.each<[name: string, answer: Scripted, reason: string, message: RegExp, requests?: number]>([
    [
      'a repository that is not there',
      errors({ type: 'NOT_FOUND', message: 'Could not resolve to a Repository.' }, { repository: null }),
      'not-found',
      /Could not resolve/,
    ],
    ['a repository that is null', { status: 200, body: { data: { repository: null } } }, 'not-found', /o\/r/],
    [
      'what the token may not read',
      errors({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }),
      'forbidden',
      /may not read/,
    ],
    [
      'single sign-on',
      errors({ type: 'FORBIDDEN', message: 'SAML', extensions: { saml_failure: true } }),
      'forbidden',
      /single sign-on/,
    ],
    [
      'the hourly limit',
      {
        ...errors({ type: 'RATE_LIMITED', message: 'exceeded' }),
        headers: { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) },
      },
      'rate-limited',
      /hourly limit/,
    ],
    [
      'a query that took too long',
      errors({ message: 'Something went wrong while executing your query. Please include `A1` when reporting.' }),
      'unavailable',
      /error of its own/,
      4,
    ],
    ['another error', errors({ message: 'strange\nthing' }), 'unavailable', /\(strange thing\)/],
    ['JSON of something else', { status: 200, body: { hello: 'world' } }, 'not-github', /not GitHub's API/],
    ['no token', { status: 401, body: { message: 'Bad credentials' } }, 'unauthorized', /does not accept/],
  ])('%s', async (_name, script, reason, message, requests = 1) => {
    const { server, answer } = await blobsOf(['b1'], script);
    await expect(answer).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(server.received).toHaveLength(requests);
  });
});

describe('blobs', () => {
  test('a part of the answer is a part of the result', async () => {
    const { answer } = await blobsOf(
      ['b1', 'b2', 'b3'],
      errors(
        { message: 'timeout', path: ['repository', 'blob1'] },
        { repository: { blob0: text('b1'), blob1: null, blob2: {} } },
      ),
    );
    expect(await answer).toEqual(new Map([['b1', text('b1')]]));
  });

  test('fifty are asked for at once', async () => {
    const oids = Array.from({ length: 101 }, (_, index) => `b${index}`);
    const { server, answer } = await blobsOf(oids, { status: 200, body: { data: { repository: {} } } });
    expect((await answer).size).toBe(0);
    const asked = server.received.map(({ body }): unknown => JSON.parse(body));
    expect(asked).toMatchObject([
      { variables: { owner: 'o', repo: 'r', oid0: 'b0', oid49: 'b49' } },
      { variables: { oid0: 'b50', oid49: 'b99' } },
      { variables: { oid0: 'b100' } },
    ]);
  });
});
