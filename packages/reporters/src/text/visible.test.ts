import { describe, expect, test } from '@jest/globals';
import { visible } from './visible.ts';

describe('visible', () => {
  test.each([
    ['plain text, 名前, é, 👩‍🚀', 'plain text, 名前, é, 👩‍🚀'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u0000\u007f\u009b', '\\x00\\x7f\\x9b'],
    ['if (admin\u202e \u2066// check\u2069', 'if (admin\\u202e \\u2066// check\\u2069'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['line\u2028separator', 'line\\u2028separator'],
    ['\ud83dx', '\\ud83dx'],
    ['x\udc00', 'x\\udc00'],
    ['😀', '😀'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('every control character of C0 and C1 is made visible', () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((character) =>
      /\p{Cc}/u.test(character),
    );
    expect(controls).toHaveLength(65);
    expect(visible(controls.join(''))).not.toMatch(/\p{Cc}/u);
  });
});
