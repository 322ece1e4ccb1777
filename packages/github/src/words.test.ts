import { describe, expect, test } from '@jest/globals';
import { SourceError } from '@shipworthy/model';
import type { Event } from './event.ts';
import type { Remote } from './remote.ts';
import { wordsOf } from './words.ts';

const RANGE = { base: 'a'.repeat(40), head: 'b'.repeat(40) };
const COMMITS = [{ id: RANGE.head, author: 'Ann <a@example.com>', message: 'x', trailers: [] }];

const refuses = () => Promise.reject(new SourceError('no', 'environment', 'Ask.'));
/** A GitHub that answers nothing but what is given. */
const remoteWith = (own: Partial<Remote>): Remote => ({
  resolve: refuses,
  mergeBase: refuses,
  bodyOf: refuses,
  commitsOf: refuses,
  source: refuses,
  ...own,
});
const told = remoteWith({
  bodyOf: async (number) => `now ${number}`,
  commitsOf: async () => ({ commits: COMMITS, complete: true }),
});

const PULL: Event = { kind: 'pull-request', number: 7, ...RANGE, body: 'then', fork: false, targeted: false };
const QUEUED: Event = { kind: 'merge-group', ...RANGE, merges: 8 };
const MERGED: Event = { kind: 'push', ...RANGE, merges: 9, commits: COMMITS };
const PUSHED: Event = { kind: 'push', ...RANGE, commits: COMMITS };

describe('what was said', () => {
  test.each([
    ['a pull request, as it reads now', PULL, 'now 7'],
    ['a merge group, by its pull request', QUEUED, 'now 8'],
    ['a push that merges one', MERGED, 'now 9'],
    ['a push', PUSHED, undefined],
  ])('of %s', async (_, event, body) => {
    const words = await wordsOf(event, RANGE, { checkout: undefined, remote: told });
    expect(words).toEqual({ commits: COMMITS, ...(body === undefined ? {} : { body }) });
  });

  test('of a pull request is what the event holds where GitHub does not answer', async () => {
    for (const remote of [undefined, remoteWith({})])
      expect(await wordsOf(PULL, RANGE, { checkout: undefined, remote })).toMatchObject({ body: 'then' });
  });

  test.each<[string, Event]>([
    ['a merge group', QUEUED],
    ['a merge group without a number', { kind: 'merge-group', ...RANGE }],
    ['a push that merges one', MERGED],
  ])('of %s is not known where GitHub does not answer, which is not the same as nothing', async (_, event) => {
    const words = await wordsOf(event, RANGE, { checkout: undefined, remote: remoteWith({}) });
    expect(words.body).toBeUndefined();
    expect(words.unknown).toBeDefined();
  });

  test('of more commits than GitHub tells says so', async () => {
    const remote = remoteWith({ commitsOf: async () => ({ commits: COMMITS, complete: false }) });
    const words = await wordsOf(PULL, RANGE, { checkout: undefined, remote });
    expect(words).toEqual({ body: 'then', commits: COMMITS, unknown: expect.stringContaining('250') });
  });
});
