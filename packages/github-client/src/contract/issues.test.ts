import { describe, expect, test } from '@jest/globals';
import * as client from '../index.ts';
import { REPOSITORY, scripted } from './testing/scripted.ts';
import type { Scripted, ScriptedServer } from './testing/scripted-server.ts';

const NEW = { title: 'Readiness', body: 'one\ntwo\n' };

async function answering(...script: Scripted[]): Promise<{ server: ScriptedServer; github: client.GitHub }> {
  const server = await scripted(...script);
  return { server, github: client.connect({ apiUrl: server.url, token: 'a-token', version: '0', secondMs: 0 }) };
}

const issue = (number: number, more: object = {}) => ({
  id: number + 100,
  number,
  html_url: `https://github.com/o/r/issues/${number}`,
  title: 'Readiness',
  body: null,
  state: 'open',
  user: null,
  ...more,
});
const no = (status: number, message: string): Scripted => ({ status, body: { message } });

describe('issues', () => {
  test('are listed with the closed ones, oldest first, without pull requests, and with what GitHub leaves out', async () => {
    const user = { login: 'somebody', type: 'User' };
    const { server, github } = await answering({
      status: 200,
      body: [
        issue(1),
        issue(2, { pull_request: { url: null } }),
        issue(3, { state: 'closed', user, author_association: 'MEMBER', body: 'text' }),
      ],
    });
    expect(await client.listIssues(github, REPOSITORY)).toEqual({
      issues: [
        expect.objectContaining({ number: 1, body: '', state: 'open', author: null, association: 'NONE' }),
        expect.objectContaining({ number: 3, body: 'text', state: 'closed', author: user, association: 'MEMBER' }),
      ],
      complete: true,
    });
    const asked = '/repos/o/r/issues?state=all&sort=created&direction=asc&per_page=100';
    expect(server.received.map(({ path }) => path)).toEqual([asked]);
  });

  test('one that was opened although the answer was lost is not opened again', async () => {
    const { server, github } = await answering('reset', {
      status: 200,
      body: [issue(4), issue(5, { body: 'one\r\ntwo' })],
    });
    expect(await client.createIssue(github, REPOSITORY, NEW)).toMatchObject({ number: 5 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('one that was not opened is opened once more', async () => {
    const { server, github } = await answering(
      no(502, 'Server Error'),
      { status: 200, body: [issue(4)] },
      { status: 201, body: issue(6) },
    );
    expect(await client.createIssue(github, REPOSITORY, NEW)).toMatchObject({ number: 6 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
  });

  test('of a change only what is asked for is sent', async () => {
    const { server, github } = await answering({ status: 200, body: issue(1) });
    await client.updateIssue(github, REPOSITORY, 1, { body: 'text' });
    await client.updateIssue(github, REPOSITORY, 1, { body: 'text', state: 'open' });
    expect(server.received.map(({ body }): unknown => JSON.parse(body))).toEqual([
      { body: 'text' },
      { body: 'text', state: 'open' },
    ]);
  });

  test.each<[string, Scripted, string, RegExp, RegExp]>([
    ['are switched off', no(410, 'Issues are disabled for this repo'), 'conflict', /disabled/, /Switch issues on/],
    [
      'are of an archived repository',
      no(403, 'Repository was archived so is read-only.'),
      'forbidden',
      /archived/,
      /takes no changes/,
    ],
    [
      'may not be written by the token',
      no(403, 'Resource not accessible by integration'),
      'forbidden',
      /lacks "issues: write"/,
      /^Add `issues: write` to the `permissions:` of the workflow, or give the token that right\.$/,
    ],
    ['are not shown', no(404, 'Not Found'), 'not-found', /does not show it to this token/, /`issues: write`/],
  ])('that %s', async (_name, answer, reason, message, advice) => {
    const { github } = await answering(answer);
    await expect(client.createIssue(github, REPOSITORY, NEW)).rejects.toMatchObject({
      reason,
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
  });
});
