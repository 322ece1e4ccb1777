import { expect, test } from '@jest/globals';
import { filesLeft } from './files-left.ts';

const tree = (files: Readonly<Record<string, string | undefined>>) => ({
  entries: Object.entries(files).map(([path, blob]) => ({
    path,
    type: 'file' as const,
    ...(blob === undefined ? {} : { blob }),
  })),
});

test.each<[string, string, boolean]>([
  ['stays', 'kept.md', true],
  ['changes', 'changed.md', true],
  ['moves', 'moved.md', true],
  ['is deleted', 'deleted.md', false],
  ['is deleted, and what it was is not known', 'unknown.md', false],
])('a file that %s', (_, path, expected) => {
  const before = tree({
    'kept.md': 'a',
    'changed.md': 'b',
    'moved.md': 'c',
    'deleted.md': 'd',
    'unknown.md': undefined,
  });
  const after = tree({ 'kept.md': 'a', 'changed.md': 'bb', 'docs/moved.md': 'c', 'new.md': undefined });
  expect(filesLeft(before, after)(path)).toBe(expected);
});
