import { describe, expect, test } from '@jest/globals';
import { buildTree } from './build-tree.ts';

const tree = buildTree(['README.md', 'docs/Guide.md', 'docs/a/b/c.md', 'x/Same', 'x/same']);

describe('a tree', () => {
  test.each(['', 'docs', 'docs/a', 'docs/a/b', 'x'])('knows the folder %j', (folder) => {
    expect(tree.hasFolder(folder)).toBe(true);
  });
  test('tells files from folders', () => {
    expect(tree.hasFile('docs')).toBe(false);
    expect(tree.hasFolder('README.md')).toBe(false);
    expect(tree.hasFile('docs/a/b/c.md')).toBe(true);
  });
  test.each([
    ['docs/guide.md', 'docs/Guide.md'],
    ['DOCS/A', 'docs/a'],
    ['x/SAME', undefined],
    ['docs/Guide.md', undefined],
    ['none', undefined],
  ])('%s differs only in case from %s', (asked, found) => {
    expect(tree.ignoringCase(asked)).toBe(found);
  });
});
