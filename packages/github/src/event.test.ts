import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { eventOf } from './event.ts';

/** Real payloads of every event there is. */
const EXAMPLES: readonly { readonly name: string; readonly examples: readonly unknown[] }[] = createRequire(
  import.meta.url,
)('@octokit/webhooks-examples');

const kindsOf = (name: string): readonly string[] => [
  ...new Set(EXAMPLES.find((each) => each.name === name)?.examples.map((payload) => eventOf(name, payload).kind)),
];

describe('real payloads', () => {
  test.each([
    ['pull_request', ['pull-request']],
    ['pull_request_review', ['pull-request']],
    ['pull_request_review_comment', ['pull-request']],
    ['merge_group', ['merge-group']],
    // Of tags, of new branches of which one is the default one, and of deleted ones.
    ['push', ['whole', 'deleted']],
    ['workflow_dispatch', ['whole']],
    ['release', ['whole']],
  ])('%s asks for %j', (name, kinds) => {
    expect(kindsOf(name)).toEqual(kinds);
  });

  test('of every other event ask for all, with a reason', () => {
    const about = /^(?:pull_request|pull_request_review|pull_request_review_comment|merge_group|push)$/;
    const others = EXAMPLES.filter(({ name }) => !about.test(name));
    expect(others.length).toBeGreaterThan(40);
    for (const { name, examples } of others)
      for (const payload of examples) expect([name, eventOf(name, payload).kind]).toEqual([name, 'whole']);
    expect(eventOf('issues', {})).toMatchObject({ why: expect.stringContaining('issues') });
  });
});

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const request = (own: object = {}) => ({
  pull_request: {
    number: 7,
    base: { sha: A, repo: { full_name: 'o/r' } },
    head: { sha: B, repo: { full_name: 'o/r' } },
    ...own,
  },
});

describe('a pull request', () => {
  test.each([
    ['of the repository', {}, false],
    ['of a fork', { head: { sha: B, repo: { full_name: 'x/r' } } }, true],
    ['of a fork that is gone', { head: { sha: B, repo: null } }, true],
  ])('%s', (_, own, fork) => {
    expect(eventOf('pull_request', request(own))).toMatchObject({ number: 7, base: A, head: B, body: '', fork });
  });

  test.each([
    ['no base', { base: {} }],
    ['a short id', { head: { sha: 'abc' } }],
    ['no commit at all', { head: { sha: '0'.repeat(40) } }],
    ['a number that is none', { number: '7' }],
  ])('with %s is refused', (_, own) => {
    expect(() => eventOf('pull_request', request(own))).toThrow('does not hold');
  });
});

test('a merge group names the pull request that it adds', () => {
  const group = (head_ref: string) => eventOf('merge_group', { merge_group: { base_sha: A, head_sha: B, head_ref } });
  const known = { kind: 'merge-group', base: A, head: B };
  expect(group(`refs/heads/gh-readonly-queue/main/pr-104-${A}`)).toEqual({ ...known, merges: 104 });
  expect(group('refs/heads/main')).toEqual(known);
});

describe('a push', () => {
  const push = (own: object) => eventOf('push', { ref: 'refs/heads/x', before: A, after: B, ...own });

  test('to a new branch names the default branch', () => {
    const event = push({ before: '0'.repeat(40), repository: { default_branch: 'trunk' } });
    expect(event).toEqual({ kind: 'new-branch', head: B, defaultBranch: 'trunk' });
  });

  test.each([
    ['Merge pull request #12 from octo/topic\n\nTitle', 12],
    ['Watch the API (#7)', 7],
    ['Watch the API (#7)\n\nText (#8)', 7],
    ['Fix #7 at last', undefined],
    ['Text (#7) in between', undefined],
    ['Title\n\nMerge pull request #12 from x', undefined],
  ])('whose newest commit is %j merges %p', (message, merges) => {
    const event = push({ head_commit: { message } });
    expect(event).toEqual({ kind: 'push', base: A, head: B, ...(merges === undefined ? {} : { merges }) });
  });

  test('tells of its commits, the newest first, with their trailers', () => {
    const author = { name: 'Ann', email: 'ann@example.com' };
    const commits = [
      { id: A, message: 'One', author },
      { id: B, message: 'Two\n\nRollback: revert it\nReviewed-by: Bob', author },
    ];
    expect(push({ commits })).toMatchObject({
      kind: 'push',
      commits: [
        {
          id: B,
          author: 'Ann <ann@example.com>',
          trailers: [
            { key: 'rollback', value: 'revert it' },
            { key: 'reviewed-by', value: 'Bob' },
          ],
        },
        { id: A, trailers: [] },
      ],
    });
  });

  test.each([
    ['as many as GitHub tells', Array.from({ length: 2048 }, () => ({ id: A, message: 'x' }))],
    ['one that cannot be read', [{ id: A, message: 7 }]],
    ['none', []],
  ])('with %s commits tells of none, since some may be missing', (_, commits) => {
    expect(push({ commits })).toEqual({ kind: 'push', base: A, head: B });
  });
});
