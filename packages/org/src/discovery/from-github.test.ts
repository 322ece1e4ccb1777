import { describe, expect, test } from '@jest/globals';
import { GitHubFault, type ListedRepository } from '@shipworthy/github-client';
import { fromGitHub, fromList, type GitHubReach } from './from-github.ts';

const BRANCH = { name: 'main', commit: 'c', tree: 't' };
const listed = (name: string, more: Partial<ListedRepository> = {}): ListedRepository => ({
  id: 1,
  name,
  url: `https://github.com/${name}`,
  archived: false,
  disabled: false,
  empty: false,
  fork: false,
  template: false,
  size: 1,
  language: null,
  topics: [],
  branch: BRANCH,
  ...more,
});

/** A GitHub of these by owner, each with what it only counts. */
const reach = (owners: Readonly<Record<string, readonly [ListedRepository[], number]>>): GitHubReach => ({
  list: async (owner) => {
    const [repositories = [], hidden = 0] = owners[owner] ?? [];
    return { repositories, hidden };
  },
  named: async (owner, repo) => {
    const found = owners[owner]?.[0].find(({ name }) => name === `${owner}/${repo}`);
    if (found) return found;
    throw new GitHubFault('not-found', `GitHub knows no repository ${owner}/${repo}`, 'Check it.');
  },
  open: () => Promise.reject(new Error('not asked')),
});

describe('repositories of an organisation', () => {
  const { branch: _, ...branchless } = listed('acme/a');

  test.each<[string, ListedRepository, object]>([
    ['with a branch', listed('acme/a'), { commit: 'c', tree: 't' }],
    ['archived', listed('acme/a', { archived: true }), { excluded: 'archived' }],
    ['disabled', listed('acme/a', { disabled: true }), { excluded: 'disabled' }],
    ['empty', { ...branchless, empty: true }, { excluded: 'empty' }],
    ['a template', listed('acme/a', { template: true }), { excluded: 'template' }],
    ['a fork', listed('acme/a', { fork: true }), { excluded: 'fork' }],
    ['archived, its contents not shown', { ...branchless, archived: true }, { excluded: 'archived' }],
  ])('%s', async (_name, repository, expected) => {
    const { repositories } = await fromGitHub(['acme'], reach({ acme: [[repository], 0] }), { forks: true });
    expect(repositories).toMatchObject([{ id: '1', name: 'acme/a', ...expected }]);
    expect(repositories[0]).not.toHaveProperty('failed');
  });

  test('with contents that are not shown to the token are not taken for empty', async () => {
    const { repositories } = await fromGitHub(['acme'], reach({ acme: [[branchless], 0] }), { forks: true });
    expect(repositories).toMatchObject([{ failed: expect.stringContaining('contents: read') }]);
    expect(repositories[0]).not.toHaveProperty('excluded');
  });

  test('that GitHub only counts are among them, as failed', async () => {
    const { repositories } = await fromGitHub(['acme'], reach({ acme: [[listed('acme/a')], 2] }), { forks: true });
    expect(repositories.map(({ name, failed }) => [name, failed !== undefined])).toEqual([
      ['acme/(not shown 1)', true],
      ['acme/(not shown 2)', true],
      ['acme/a', false],
    ]);
  });

  test('are each there once, by the name of today', async () => {
    const of = reach({ acme: [[listed('acme/a')], 0], umbrella: [[listed('umbrella/b')], 0] });
    const { repositories, title } = await fromGitHub(['acme', 'umbrella'], of, { forks: true });
    expect({ title, names: repositories.map(({ name }) => name) }).toEqual({
      title: 'acme, umbrella',
      names: ['umbrella/b'],
    });
  });

  test('that are gone are missed where all were asked for, and not where some were named', async () => {
    const of = reach({ acme: [[listed('acme/a')], 0] });
    expect(await fromGitHub(['acme'], of, { forks: true })).toHaveProperty('missing');
    expect(await fromList('list.txt', 'acme/a\n', of)).not.toHaveProperty('missing');
  });
});
