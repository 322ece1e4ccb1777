import { expect, test } from '@jest/globals';
import { lockRecipe } from './recipes.ts';

test.each([
  [
    'add-constraint',
    'adds a foreign key without NOT VALID',
    'Add it NOT VALID, and validate it in a second migration.',
  ],
  [
    'add-constraint',
    'adds a constraint that builds its index',
    'Build a unique index with CONCURRENTLY, and add the constraint USING that index.',
  ],
  ['create-index', 'builds an index without CONCURRENTLY', 'Build it with CONCURRENTLY, outside a transaction.'],
  ['drop-table', 'waits', 'Do it in steps that each take a short lock.'],
] as const)('%s that %s', (deed, locks, recipe) => {
  expect(lockRecipe({ deed, locks })).toBe(recipe);
});
