import { expect, test } from '@jest/globals';
import { buildTree } from './build-tree.ts';
import { mountOf } from './mount.ts';

const tree = buildTree(['ci/actions/lint', 'src/a.ts']);

test.each([
  ['ci/actions/lint', 'ci/actions/lint'],
  ['ci/actions/lint/deep/action.yml', 'ci/actions/lint'],
  ['ci/actions', undefined],
  ['ci/actions/lint-2/action.yml', undefined],
  ['', undefined],
])('what %j lies behind: %j', (path, mount) => {
  expect(mountOf(tree, path)).toBe(mount);
});
