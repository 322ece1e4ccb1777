import { expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { headingText, headText, holdsAny } from './hints.ts';

const file = new RepositoryFile(
  'docs/a.md',
  'authored',
  `Intro\n\n# Rolling BACK\n\nText\n\n## Ärger\n\n${'x'.repeat(3000)}END\n`,
);

test('headings in lower case, one a line, and nothing else', () => {
  expect(file.once(headingText).trim()).toBe('rolling back\närger');
});

test('the first lines in lower case', () => {
  expect(file.once(headText)).toMatch(/^intro\n\n# rolling back\n/);
  expect(file.once(headText)).not.toContain('end');
});

test.each([
  [['revert', 'back'], true],
  [['Back'], false],
  [[], false],
])('holdsAny(%j)', (words, expected) => expect(holdsAny('rolling back', words)).toBe(expected));
