import { expect, test } from '@jest/globals';
import { sharedPage } from './translated-pages.ts';

test.each([
  ['README.md', ['README.md', 'docs/README.es.md'], 'readme'],
  ['docs/README.es.md', ['README.md', 'docs/README.es.md'], 'readme'],
  ['CONTRIBUTING_zh-CN.md', ['CONTRIBUTING_zh-CN.md'], 'contributing'],
  ['README.zh.hans.md', [], 'readme'],
  ['README.md', ['README.md', 'docs/CONTRIBUTING.es.md'], undefined],
  ['web/README.md', ['README.md', 'README.es.md', 'web/README.md'], undefined],
  ['setup.sh.md', [], undefined],
  ['README.md', ['README.md'], undefined],
])('%s beside %j', (path, others, expected) => {
  expect(
    sharedPage(
      path,
      others.map((other) => ({ path: other })),
    ),
  ).toBe(expected);
});
