import { expect, test } from '@jest/globals';
import type { Change } from '@shipworthy/model';
import { contextOf } from '../testing/facts.ts';
import { repositoryChange } from './relation.ts';

const SUBJECT = {
  path: '.',
  pathClass: 'authored',
  level: 'parsed',
  subjectId: '.',
  files: 0,
  at: () => ({ path: '.' }),
} as const;

test('is the change that is judged, and nothing without a base', () => {
  const change: Change = { base: 'main', files: [], words: { commits: [] } };
  expect(repositoryChange.build({ ...contextOf([]), change })(SUBJECT)).toBe(change);
  expect(repositoryChange.build(contextOf([]))(SUBJECT)).toBeUndefined();
});
