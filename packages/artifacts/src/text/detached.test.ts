import { expect, test } from '@jest/globals';
import { detached } from './detached.ts';

test.each([
  '',
  'short',
  'a text of more than a dozen units',
  '  spaces stay where they are  ',
  '日本語の見出しは十三字より長い',
])('the same text: %j', (text) => {
  expect(detached(text)).toBe(text);
});
