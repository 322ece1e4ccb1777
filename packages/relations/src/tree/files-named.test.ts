import { expect, test } from '@jest/globals';
import { buildTree } from './build-tree.ts';
import { filesNamed } from './files-named.ts';

const FILES = ['README.md', 'a/Readme.md', 'a/b/guide.md', 'a/not-guide.md', 'guide.md/x'];

test.each([
  ['readme.md', ['README.md', 'a/Readme.md']],
  ['GUIDE.md', ['a/b/guide.md']],
  ['x', ['guide.md/x']],
  ['b/guide.md', []],
  ['', []],
  ['none', []],
])('files named %j', (name, expected) => {
  const few = filesNamed(buildTree(FILES));
  expect(few(name)).toEqual(expected);
  expect(few(name)).toEqual(expected);
  const many = filesNamed(buildTree(FILES));
  for (let n = 0; n < 100; n++) many(`other-${n}`);
  expect(many(name)).toEqual(expected);
});
