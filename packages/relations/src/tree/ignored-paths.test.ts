import { expect, test } from '@jest/globals';
import { ignoredPaths } from './ignored-paths.ts';

const ignores = ignoredPaths(
  new Map([
    ['.gitignore', '/bin/tool.sh\n*.log\nreports/\n'],
    ['web/.gitignore', 'dist\n!keep.log\n'],
  ]),
);

test.each([
  ['bin/tool.sh', true],
  ['bin/other.sh', false],
  ['a/b/x.log', true],
  ['reports/2024.html', true],
  ['web/dist/app.js', true],
  ['dist/app.js', false],
  ['web/keep.log', false],
  ['', false],
  ['../outside.log', false],
  ['/rooted.log', false],
  ['./here.log', false],
])('%j: %s', (path, expected) => {
  expect(ignores(path)).toBe(expected);
});

test('a repository without such files ignores nothing', () => {
  expect(ignoredPaths(new Map())('a.log')).toBe(false);
});
