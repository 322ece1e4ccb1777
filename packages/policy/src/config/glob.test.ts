import { expect, test } from '@jest/globals';
import { globFault, matcherOf } from './glob.ts';

test.each([
  ['docs', ['docs', 'docs/a', 'x/docs/a'], ['docs.md', 'mydocs/a']],
  ['docs/old', ['docs/old', 'docs/old/a/b'], ['docs/older', 'x/docs/old']],
  ['docs/old/', ['docs/old/a'], ['docs/older']],
  ['./docs/*.md', ['docs/a.md'], ['docs/a/b.md', 'a.md']],
  ['*.md', ['a.md', 'x/y/.a.md'], ['a.mdx']],
  ['**/gen/**', ['gen/a', 'x/gen/a/b'], ['regen/a']],
  ['{a,b}/*.{yml,yaml}', ['a/x.yaml', 'b/x.yml'], ['c/x.yml']],
  ['x[0-9]', ['x1', 'a/x2/b'], ['x', 'xa']],
])('%s', (glob, matching, others) => {
  expect(globFault(glob)).toBeUndefined();
  const matches = matcherOf([glob]);
  expect(matching.filter((path) => !matches(path))).toEqual([]);
  expect(others.filter(matches)).toEqual([]);
});

test('a hostile glob is refused before it is tried', () => {
  for (const glob of ['*'.repeat(50), `${'**/'.repeat(20)}x`, 'a*b*c*d*e', 'x'.repeat(5000)])
    expect(globFault(glob)?.what).toContain('too many wildcards');
});
