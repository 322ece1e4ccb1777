import { expect, test } from '@jest/globals';
import { isAtReadmePlace } from './root-readme.ts';

test.each([
  ['README.md', true],
  ['readme', true],
  ['.github/README.md', true],
  ['docs/Readme.adoc', true],
  ['packages/a/README.md', false],
  ['README-MIGRATIONS.md', false],
])('%s: %s', (path, expected) => {
  expect(isAtReadmePlace(path)).toBe(expected);
});
