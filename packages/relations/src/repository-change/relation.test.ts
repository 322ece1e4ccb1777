import { expect, test } from '@jest/globals';
import type { Change } from '@shipworthy/model';
import { contextOf, REPOSITORY } from '../testing/facts.ts';
import { repositoryChange } from './relation.ts';

test('is the change that is judged, and nothing without a base', () => {
  const change: Change = { base: 'main', files: [], words: { commits: [] } };
  expect(repositoryChange.build({ ...contextOf([]), change })(REPOSITORY)).toBe(change);
  expect(repositoryChange.build(contextOf([]))(REPOSITORY)).toBeUndefined();
});
