import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { secretInventoryKind } from './kind.ts';

const PAGE = '# Keys\n\n## Rotating the signing key\n\n1. Create a new key.\n2. Roll it out to all instances.\n';

test.each([
  ['docs/operations/keys.md', 1],
  ['docs/changelog/2026-05-08.mdx', 0],
  ['CHANGELOG.md', 0],
])('a section on replacing keys: %s', async (path, count) => {
  expect((await parseFile(secretInventoryKind, path, PAGE)).artifacts).toHaveLength(count);
});
