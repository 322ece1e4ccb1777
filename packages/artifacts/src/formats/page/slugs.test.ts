import { expect, test } from '@jest/globals';
import GithubSlugger from 'github-slugger';
import { Slugs } from './slugs.ts';

test.each([
  [['Summary', 'Summary', 'summary-1', 'Summary', 'Summary 1']],
  [['a-1', 'a', 'a', 'A!', 'a-1-1', 'a-1']],
  [['', '', '…', '-']],
  [['What  is this?', 'Émile & co_op', '決定 1', 'constructor', '__proto__', '__proto__']],
])('anchors are those of the library: %j', (headings) => {
  const theirs = new GithubSlugger();
  const ours = new Slugs();
  expect(headings.map((heading) => ours.of(heading))).toEqual(headings.map((heading) => theirs.slug(heading)));
});
