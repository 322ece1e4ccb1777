import { describe, expect, test } from '@jest/globals';
import { sideBySide, table } from './table.ts';
import { wrap } from './wrap.ts';

describe('table', () => {
  test('aligns by what is seen, not by characters', () => {
    const red = '\u001b[31m1\u001b[39m';
    expect(
      table(
        [
          ['名前', '10'],
          ['ab', red],
          ['abcdef', '100'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['名前     10', `ab        ${red}`, 'abcdef  100']);
  });

  test('leaves no trailing spaces', () => {
    expect(
      table(
        [
          ['a', ''],
          ['b', 'long'],
        ],
        ['left', 'left'],
      ),
    ).toEqual(['a', 'b  long']);
  });
});

describe('sideBySide', () => {
  test.each([
    ['fits', 40, ['aa      x', 'b', 'c']],
    ['does not fit', 8, ['aa', 'b', 'c', '', 'x']],
  ])('%s', (_, width, lines) => {
    expect(sideBySide(['aa', 'b', 'c'], ['x'], width)).toEqual(lines);
  });

  test('one empty block leaves the other alone', () => {
    expect([sideBySide([], ['x'], 40), sideBySide(['x'], [], 40)]).toEqual([['x'], ['x']]);
  });
});

describe('wrap', () => {
  test('hangs the rest below the first line and keeps long words whole', () => {
    expect(wrap('one two https://example.org/a/very/long/path three', 12, '- ', '  ')).toEqual([
      '- one two',
      '  https://example.org/a/very/long/path',
      '  three',
    ]);
  });
});
