import { describe, expect, test } from '@jest/globals';
import { markerOf } from '@shipworthy/github-client';
import type { CheckResult } from '../../check-result.ts';
import { annotations, resultWith } from '../testing/results.ts';
import { type Scene, sceneOfTests } from '../testing/scene.ts';
import { planComment } from './plan.ts';
import { publishComment } from './publish.ts';

const here = sceneOfTests();

const LOOK = 'issues/list-comments';
const CREATE = 'issues/create-comment';
const UPDATE = 'issues/update-comment';
const HEAD = 'pulls/get';

const of = (count: number, path = ''): CheckResult =>
  resultWith({ annotations: annotations(count), subject: { head: here.disk.head, path } });
const bodyOf = (result: CheckResult): string => planComment(result)?.body ?? '';
const bodies = (): string[] => here.repository.comments.map(({ body }) => body);
const PEOPLE = ['token-of-a-person', 'token-of-an-outsider'];
const publish = (result: CheckResult, token?: Parameters<Scene['client']>[0]) =>
  publishComment(result, PEOPLE.includes(token ?? '') ? 'person' : 'app', here.client(token));

const BOT = { user: { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' } } as const;
const OTHER_BOT = { user: { login: 'some-app[bot]', id: 900_001, type: 'Bot' } } as const;
const STRANGER = { user: { login: 'stranger', id: 5, type: 'User' } } as const;
const COLLEAGUE = { user: { login: 'colleague', id: 6, type: 'User' }, association: 'MEMBER' } as const;

describe('one comment', () => {
  test('is made, left alone, edited, and says in the end that all is well', async () => {
    expect(await publish(of(1))).toMatchObject({ outcome: 'made', url: expect.stringContaining('http') });
    expect(here.asked()).toEqual([LOOK, HEAD, CREATE, LOOK]);
    expect(await publish(of(1))).toMatchObject({ outcome: 'unchanged', url: expect.stringContaining('http') });
    expect(here.asked()).toEqual([LOOK]);
    expect((await publish(of(2))).outcome).toBe('edited');
    expect(here.asked()).toEqual([LOOK, HEAD, UPDATE]);
    expect((await publish(of(0))).outcome).toBe('edited');
    expect((await publish(of(0))).outcome).toBe('unchanged');
    expect(bodies()).toEqual([bodyOf(of(0))]);
    expect(here.repository.comments[0]?.edits).toBe(2);
  });

  test('is not made to say that all is well', async () => {
    expect(await publish(of(0))).toEqual({ what: 'comment', outcome: 'not-needed' });
    expect(here.asked()).toEqual([LOOK]);
    expect(bodies()).toEqual([]);
  });

  test('is not asked for outside a pull request', async () => {
    const { pullRequest: _, ...subject } = of(1).subject;
    expect((await publish({ ...of(1), subject })).outcome).toBe('not-needed');
    expect(here.asked()).toEqual([]);
  });

  test('is found behind many others', async () => {
    for (let n = 0; n < 150; n++) here.repository.addComment(7, `Comment ${n}`);
    await publish(of(1));
    for (let n = 0; n < 60; n++) here.repository.addComment(7, `Comment ${n}`);
    expect((await publish(of(2))).outcome).toBe('edited');
    expect(bodies()[150]).toBe(bodyOf(of(2)));
    expect(bodies().filter((body) => markerOf('summary', body))).toHaveLength(1);
  });

  test('is one for each folder', async () => {
    for (const path of ['', 'a', 'b', 'a']) await publish(of(1, path));
    expect(bodies().map((body) => markerOf('summary', body)?.key)).toEqual(['.', 'a', 'b']);
  });

  test('of thousands of findings is one that GitHub takes', async () => {
    expect((await publish(of(3_000))).outcome).toBe('made');
  });

  test('is left alone by the run of an earlier commit that ends later', async () => {
    await publish(of(1));
    here.asked();
    const earlier = resultWith({ annotations: annotations(5), subject: { head: here.disk.base } });
    expect(await publish(earlier)).toEqual({
      what: 'comment',
      outcome: 'not-needed',
      why: expect.stringContaining('newer commit'),
    });
    expect(here.asked()).toEqual([LOOK, HEAD]);
    expect(bodies()).toEqual([bodyOf(of(1))]);
  });

  test('is written also where the pull request cannot be read', async () => {
    here.server.faults.add({ answer: 'forbidden', operation: HEAD });
    expect((await publish(of(1))).outcome).toBe('made');
  });
});

describe('a slot that is taken', () => {
  test.each([
    ['a stranger', STRANGER, 'token-of-a-workflow'],
    ['a stranger, for a person', STRANGER, 'token-of-a-person'],
    ['a stranger through an app', { ...STRANGER, app: { id: 4711, slug: 'some-app' } }, 'token-of-a-workflow'],
    ['a colleague', COLLEAGUE, 'token-of-a-workflow'],
    ['a stranger, for an outsider', STRANGER, 'token-of-an-outsider'],
  ] as const)('by %s is not touched', async (_name, who, token) => {
    const taken = here.repository.addComment(7, bodyOf(of(1)), who);
    expect((await publish(of(2), token)).outcome).toBe('made');
    expect((await publish(of(3), token)).outcome).toBe('edited');
    expect(bodies()).toEqual([taken.body, bodyOf(of(3))]);
    expect(here.repository.comments[0]?.edits).toBe(0);
  });

  test.each([
    ['another app', OTHER_BOT, 'token-of-a-workflow'],
    ['a colleague, for a person', COLLEAGUE, 'token-of-a-person'],
  ] as const)('by %s, which refuses to be edited, makes one new comment and not more', async (_name, who, token) => {
    here.repository.addComment(7, bodyOf(of(1)), who);
    expect((await publish(of(2), token)).outcome).toBe('made');
    expect((await publish(of(2), token)).outcome).toBe('unchanged');
    expect((await publish(of(3), token)).outcome).toBe('edited');
    expect(bodies()).toEqual([bodyOf(of(1)), bodyOf(of(3))]);
  });

  test('by a comment that is gone before it is edited', async () => {
    here.repository.addComment(7, bodyOf(of(1)), BOT);
    here.server.faults.add({ answer: 'not-found', operation: UPDATE, times: 1 });
    expect((await publish(of(2))).outcome).toBe('made');
    expect(bodies()).toContain(bodyOf(of(2)));
  });

  test('by a comment that quotes ours is none', async () => {
    here.repository.addComment(7, `> ${bodyOf(of(1))}`, BOT);
    expect((await publish(of(1))).outcome).toBe('made');
  });

  test.each(['token-of-a-person', 'token-of-an-outsider'] as const)(
    'is no matter to one comment with the %s',
    async (token) => {
      for (const count of [1, 1, 2]) await publish(of(count), token);
      expect(bodies()).toEqual([bodyOf(of(2))]);
    },
  );

  test('is only asked about where somebody else might have written it', async () => {
    await publish(of(1), 'token-of-a-person');
    here.asked();
    await publish(of(1), 'token-of-a-person');
    expect(here.asked()).toEqual([LOOK]);
    here.repository.addComment(7, bodyOf(of(2)), STRANGER);
    await publish(of(1), 'token-of-a-person');
    expect(here.asked()).toEqual([LOOK, 'repos/get']);
  });
});

describe('two comments', () => {
  const POINTER = /^What shipworthy says stands in \[one comment\]\(http[^)]*\)\.\n$/;

  test('become one and a line that leads to it, once', async () => {
    for (const count of [1, 2]) here.repository.addComment(7, bodyOf(of(count)), BOT);
    expect((await publish(of(3))).outcome).toBe('edited');
    expect(bodies()).toEqual([bodyOf(of(3)), expect.stringMatching(POINTER)]);
    here.asked();
    await publish(of(3));
    expect(here.asked()).toEqual([LOOK]);
  });

  test('become one also when the first says it already', async () => {
    for (const count of [1, 2]) here.repository.addComment(7, bodyOf(of(count)), BOT);
    expect((await publish(of(1))).outcome).toBe('unchanged');
    expect(bodies()).toEqual([bodyOf(of(1)), expect.stringMatching(POINTER)]);
  });

  test.each([
    ['the same', 1, 1],
    ['something else', 1, 2],
  ])('of runs at the same time that say %s become one', async (_name, one, other) => {
    const outcomes = await Promise.all([publish(of(one)), publish(of(other))]);
    expect(outcomes.every(({ outcome }) => outcome === 'made' || outcome === 'edited')).toBe(true);
    expect(bodies().filter((body) => markerOf('summary', body))).toHaveLength(1);
  });
});

test('a fork is told what it lacks', async () => {
  await expect(publish(of(1), 'token-of-a-fork')).rejects.toMatchObject({
    reason: 'forbidden',
    message: expect.stringContaining('pull-requests: write'),
  });
});
