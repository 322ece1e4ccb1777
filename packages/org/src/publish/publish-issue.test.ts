import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GitHub } from '@shipworthy/github-client';
import type { OrgReport } from '../report/org-report.ts';
import { publishIssue } from './publish-issue.ts';
import { bodyOf, CREATE, first, LOOK, ROOM, type Scene, scene, second, UPDATE, WANTED } from './testing/scene.ts';

let here: Scene;
beforeEach(async () => {
  here = await scene();
});
afterEach(() => here.server.close());

const BOT = { user: { login: 'some-app[bot]', id: 900_001, type: 'Bot' } } as const;
const STRANGER = { user: { login: 'stranger', id: 5, type: 'User' } } as const;
const COLLEAGUE = { user: { login: 'colleague', id: 6, type: 'User' }, association: 'MEMBER' } as const;

describe('one issue', () => {
  test.each(['token-of-a-workflow', 'token-of-a-person'] as const)(
    'is opened, left alone and edited, with the %s',
    async (token) => {
      const made = await here.publish(first, token);
      expect(made).toEqual({ outcome: 'made', url: expect.stringContaining('http'), repository: 'acme/readiness' });
      expect(here.asked()).toEqual([ROOM, LOOK, CREATE, LOOK]);
      expect((await here.publish(first, token)).outcome).toBe('unchanged');
      expect(here.asked()).toEqual([ROOM, LOOK]);
      expect((await here.publish(second, token)).outcome).toBe('edited');
      expect(here.asked()).toEqual([ROOM, LOOK, UPDATE]);
      expect(here.room.issues).toMatchObject([
        { title: 'Readiness of acme', body: bodyOf(second), state: 'open', edits: 1 },
      ]);
    },
  );

  test('is of whoever wrote it the week before: a person, then a workflow', async () => {
    await here.publish(first, 'token-of-a-person');
    expect((await here.publish(second, 'token-of-a-workflow')).outcome).toBe('edited');
    expect(here.bodies()).toEqual([bodyOf(second)]);
  });

  test('keeps the title that somebody gave it', async () => {
    await here.publish(first);
    here.change({ title: 'What to do on Monday' });
    await here.publish(second);
    expect(here.room.issues).toMatchObject([{ title: 'What to do on Monday', body: bodyOf(second) }]);
  });

  test('that somebody closed stays closed while the report says the same, and is opened again with the next', async () => {
    await here.publish(first);
    here.change({ state: 'closed' });
    here.asked();
    expect((await here.publish(first)).outcome).toBe('unchanged');
    expect([here.asked(), here.room.issues[0]?.state]).toEqual([[ROOM, LOOK], 'closed']);
    expect((await here.publish(second)).outcome).toBe('reopened');
    expect(here.asked()).toEqual([ROOM, LOOK, UPDATE]);
    expect(here.room.issues).toMatchObject([{ state: 'open', body: bodyOf(second) }]);
  });

  test('is one for each series', async () => {
    for (const title of ['acme', 'globex', 'acme']) await here.publish({ ...first, title });
    expect(here.room.issues.map(({ title }) => title)).toEqual(['Readiness of acme', 'Readiness of globex']);
  });

  test('is found behind many others', async () => {
    for (let nth = 0; nth < 130; nth++) here.room.addIssue(`Issue ${nth}`, null);
    await here.publish(first);
    for (let nth = 0; nth < 130; nth++) here.room.addIssue(`Issue ${nth}`, null);
    expect((await here.publish(second)).outcome).toBe('edited');
    expect(here.bodies().filter((body) => body !== null)).toEqual([bodyOf(second)]);
  });

  test('names the run that holds the whole report; another run that says the same is no other text', async () => {
    const run = (nth: number) => ({ run: `https://github.com/acme/readiness/actions/runs/${nth}` });
    await here.publish(first, undefined, run(1));
    expect((await here.publish(first, undefined, run(2))).outcome).toBe('unchanged');
    expect(here.bodies()[0]).toContain('[the run that wrote this](https://github.com/acme/readiness/actions/runs/1)');
  });
});

describe('what is not ours', () => {
  test.each([
    ['a stranger who copied all of it', STRANGER, bodyOf(first)],
    ['a colleague who quotes it', COLLEAGUE, `> ${bodyOf(first)}`],
    ['a colleague who wrote above it', COLLEAGUE, `Look:\n${bodyOf(first)}`],
    ['a bot of another series', BOT, bodyOf({ ...first, title: 'globex' })],
    ['a bot that keeps something else', BOT, bodyOf(first).replace('organisation:', 'summary:')],
  ])('by %s is not touched', async (_case, who, body) => {
    const theirs = here.room.addIssue('Theirs', body, who);
    expect((await here.publish(first)).outcome).toBe('made');
    expect((await here.publish(second)).outcome).toBe('edited');
    expect(here.room.issues).toEqual([theirs, expect.objectContaining({ body: bodyOf(second) })]);
  });

  test('a copy that a colleague makes later is not touched', async () => {
    await here.publish(first);
    const copy = here.room.addIssue('A copy', bodyOf(first), COLLEAGUE);
    expect((await here.publish(second)).outcome).toBe('edited');
    expect(here.room.issues).toEqual([expect.objectContaining({ body: bodyOf(second) }), copy]);
  });

  test('a pull request is not taken for the issue', async () => {
    here.room.openPull({
      number: 1,
      body: bodyOf(first),
      author: BOT.user,
      base: { ref: 'main', sha: 'a' },
      head: { ref: 'topic', sha: 'b', repository: null },
    });
    expect((await here.publish(first)).outcome).toBe('made');
  });
});

describe('two runs at once', () => {
  /** Another run looks, finds nothing and opens its issue between our look and our own issue. */
  const overtaken = (other: OrgReport): GitHub => {
    let before = true;
    return here.client(undefined, async (input, init) => {
      if (init?.method === 'POST' && before) {
        before = false;
        await here.publish(other);
      }
      return fetch(input, init);
    });
  };

  test.each([
    ['the same', first, 'unchanged'],
    ['something else', second, 'edited'],
  ] as const)('that say %s leave one open issue', async (_case, other, outcome) => {
    expect((await publishIssue(first, WANTED, overtaken(other))).outcome).toBe(outcome);
    expect(here.room.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(here.bodies()).toEqual([
      bodyOf(first),
      expect.stringMatching(/^The report stands in \[another issue\]\(http/),
    ]);
    here.asked();
    expect((await here.publish(first)).outcome).toBe('unchanged');
    expect(here.asked()).toEqual([ROOM, LOOK]);
  });
});

test('a repository that was renamed is written to by its name of today', async () => {
  await here.server.close();
  here = await scene({ formerly: ['acme/old'] });
  const wanted = { repository: { owner: 'acme', repo: 'old' } };
  expect(await here.publish(first, undefined, wanted)).toMatchObject({
    outcome: 'made',
    repository: 'acme/readiness',
  });
  expect(here.room.issues).toHaveLength(1);
});
