import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HostedRepository } from '@shipworthy/github-client/testing';
import { SourceError } from '@shipworthy/model';
import { type IssueWanted, publishIssue } from './publish-issue.ts';
import {
  CREATE,
  first,
  LOOK,
  ROOM,
  type Scene,
  scene,
  second,
  type TokenName,
  UPDATE,
  WANTED,
} from './testing/scene.ts';

let here: Scene;
beforeEach(async () => {
  here = await scene();
});
afterEach(() => here.server.close());

async function beginAgain(hosted: Partial<HostedRepository>): Promise<void> {
  await here.server.close();
  here = await scene(hosted);
}

describe('where no issue can be kept', () => {
  test.each<[string, Partial<HostedRepository>, TokenName, Partial<IssueWanted>, RegExp, RegExp, string[]]>([
    ['archived', { archived: true }, 'token-of-a-workflow', {}, /^acme\/readiness is archived/, /unarchive/, [ROOM]],
    ['without issues', { issues: 'off' }, 'token-of-a-workflow', {}, /switched off/, /Switch them on/, [ROOM]],
    ['public', { private: false }, 'token-of-a-workflow', {}, /is public/, /--public-issue/, [ROOM]],
    [
      'not there',
      {},
      'token-of-a-workflow',
      { repository: { owner: 'acme', repo: 'nothing' } },
      /GitHub knows no repository acme\/nothing/,
      /`issues: write`/,
      [ROOM],
    ],
    [
      'read only for the token',
      {},
      'token-that-reads',
      {},
      /lacks "issues: write"/,
      /permissions/,
      [ROOM, LOOK, CREATE],
    ],
    [
      'one where the owner of the token is nobody',
      {},
      'token-of-an-outsider',
      {},
      /the next run would not know the issue .* no member and no collaborator of acme\/readiness; it is closed again/,
      /token of an app/,
      [ROOM, LOOK, CREATE, UPDATE],
    ],
  ])('%s', async (_case, hosted, token, wanted, message, advice, operations) => {
    await beginAgain(hosted);
    const fault = await here.publish(first, token, wanted).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceError);
    expect(fault).toMatchObject({
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
      fault: 'environment',
    });
    expect(here.asked()).toEqual(operations);
  });

  test('a public repository is taken where that is said', async () => {
    await beginAgain({ private: false });
    expect((await here.publish(first, undefined, { public: true })).outcome).toBe('made');
  });

  test.each([
    ['secondary-limit', 'rate-limited'],
    ['primary-limit', 'rate-limited'],
    ['unauthorized', 'unauthorized'],
    ['sso', 'forbidden'],
    ['html', 'not-github'],
    ['bad-gateway', 'unavailable'],
  ] as const)('%s is told as it is', async (answer, reason) => {
    here.server.faults.add({ answer, operation: LOOK, retryAfter: 600 });
    await expect(here.publish(first)).rejects.toMatchObject({ reason });
    expect(here.room.issues).toEqual([]);
  });

  test('switched off or archived between two requests is told as GitHub does', async () => {
    await here.publish(first);
    here.server.faults.add({ answer: 'gone', operation: UPDATE });
    await expect(here.publish(second)).rejects.toMatchObject({ status: 410 });
  });

  test('more issues than are read are told, and no second one is opened every week', async () => {
    const pages = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const answer = await fetch(input, init);
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (!pathname.endsWith('/issues')) return answer;
      const headers = {
        'content-type': 'application/json',
        link: `<${here.server.url}/repos/acme/readiness/issues>; rel="next"`,
      };
      return new Response(await answer.text(), { headers });
    };
    await expect(publishIssue(first, WANTED, here.client(undefined, pages))).rejects.toThrow(/too many issues/);
    expect(here.room.issues).toEqual([]);
  });
});
