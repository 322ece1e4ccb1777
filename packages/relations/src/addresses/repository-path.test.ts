import { describe, expect, test } from '@jest/globals';
import { extensionOf, folderOf, percentDecoded, resolvePath } from './repository-path.ts';

describe('relative paths', () => {
  test.each([
    ['', 'a.md', 'a.md'],
    ['docs', './a.md', 'docs/a.md'],
    ['docs', '../a.md', 'a.md'],
    ['docs/x', '../../', ''],
    ['docs', '.', 'docs'],
    ['docs', 'b//c/', 'docs/b/c'],
    ['', '../a.md', undefined],
    ['docs', '../../issues', undefined],
    ['docs', '../../docs/a.md', undefined],
  ])('from %j, %j is %j', (folder, relative, path) => {
    expect(resolvePath(folder, relative)).toBe(path);
  });
  test('parts of a path', () => {
    expect([folderOf('a'), folderOf('a/b/c'), extensionOf('a/B.MD'), extensionOf('LICENSE')]).toEqual([
      '',
      'a/b',
      'md',
      '',
    ]);
  });
  test('bad percent-encoding stays as written', () => {
    expect([percentDecoded('a%20b'), percentDecoded('100%')]).toEqual(['a b', '100%']);
  });
});
