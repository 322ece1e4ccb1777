import { describe, expect, test } from '@jest/globals';
import { sectionOf } from './sections.ts';

const page = [
  '# alert/has-runbook',
  '',
  'Title.',
  '',
  '## Why',
  '',
  'At night.',
  '',
  '```md',
  '## How to fix',
  '```',
  '',
  'Again.',
  '',
  '## How to fix',
  'Write one.',
  '',
  '### Gap: none',
  'x',
  '## Examples',
].join('\n');

describe('sectionOf', () => {
  test.each([
    ['Why', 'At night.\n\n```md\n## How to fix\n```\n\nAgain.'],
    ['How to fix', 'Write one.\n\n### Gap: none\nx'],
    ['Examples', undefined],
    ['Nothing', undefined],
  ])('%s', (title, expected) => {
    expect(sectionOf(page, title)).toBe(expected);
  });
});
