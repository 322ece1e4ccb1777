import { describe, expect, test } from '@jest/globals';
import { rules } from '@shipworthy/rules-operate';
import { sourceWithBlobs } from '../collect/test-data/source-with-blobs.ts';
import { auditSource } from './audit-tree.ts';
import { teamOf } from './team-of.ts';

const MEANS = { rules, version: '1.0.0', today: '2026-11-22' };
const component = (owner: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\nspec:\n  type: service\n  lifecycle: production\n  owner: ${owner}\n`;

describe('the team of a repository', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['nothing says it', { 'README.md': '# A\n' }, undefined],
    ['who owns everything', { CODEOWNERS: '* @acme/a\n' }, '@acme/a'],
    ['by another pattern for everything', { CODEOWNERS: '/** @acme/a\n' }, '@acme/a'],
    ['who owns a part owns not all', { CODEOWNERS: 'docs/ @acme/a\n' }, undefined],
    ['the last line for everything wins', { CODEOWNERS: '* @acme/a\n* @acme/b\n' }, '@acme/b'],
    ['a team goes before a person', { CODEOWNERS: '* @jane @acme/a\n' }, '@acme/a'],
    ['a person where there is no team', { CODEOWNERS: '* @jane\n' }, '@jane'],
    ['what is no owner is passed over', { CODEOWNERS: '* jane @acme/a\n' }, '@acme/a'],
    [
      'of several files the one that git hosts take',
      { 'docs/CODEOWNERS': '* @acme/c\n', CODEOWNERS: '* @acme/b\n', '.github/CODEOWNERS': '* @acme/a\n' },
      '@acme/a',
    ],
    ['the catalog where there are no owners', { 'catalog-info.yaml': component('payments') }, 'payments'],
    ['owners before the catalog', { CODEOWNERS: '* @acme/a\n', 'catalog-info.yaml': component('payments') }, '@acme/a'],
    [
      'of several components the owner of most',
      {
        'a/catalog-info.yaml': component('edge'),
        'b/catalog-info.yaml': component('payments'),
        'c/catalog-info.yaml': component('payments'),
      },
      'payments',
    ],
  ])('%s', async (_, files, team) => {
    const { stored } = await auditSource(sourceWithBlobs(files), 'tree', MEANS);
    expect(teamOf(stored)).toBe(team);
  });
});
