import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { markedLine } from './excerpt.ts';

/** The part of the line that stands above the carets. */
function above({ line, marks }: { line: string; marks: string }): string {
  const from = marks.indexOf('^');
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)];
  let column = 0;
  let text = '';
  for (const { segment } of characters) {
    if (column >= from && column < marks.length) text += segment;
    column += stringWidth(segment);
  }
  return text;
}

describe('markedLine', () => {
  test.each([
    ['plain', 'severity: page', 10, 14, 40, 'page'],
    ['after tabs', '\t\tseverity: page', 12, 16, 40, 'page'],
    ['after wide characters', '名前テスト: page', 7, 11, 40, 'page'],
    ['after an emoji of several code points', '👩‍🚀 page', 6, 10, 40, 'page'],
    ['on wide characters', 'a: 名前', 3, 5, 40, '名前'],
    ['after an escape sequence', '\u001b[0m page', 5, 9, 40, 'page'],
    ['at the start of a long line', `page${'x'.repeat(200)}`, 0, 4, 40, 'page'],
    ['in the middle of a long line', `${'x'.repeat(200)}page${'y'.repeat(200)}`, 200, 204, 40, 'page'],
    ['at the end of a long line', `${'x'.repeat(200)}page`, 200, 204, 40, 'page'],
  ])('%s', (_, source, start, end, width, marked) => {
    const shown = markedLine(source, start, end, width);
    expect(above(shown)).toBe(marked);
    expect(stringWidth(shown.line)).toBeLessThanOrEqual(width);
  });

  test('what ends too early is marked behind its last character', () => {
    expect(markedLine('expr: up ==', 11, 11, 40)).toEqual({ line: 'expr: up ==', marks: '           ^' });
  });

  test('an empty span marks the character it stands before', () => {
    expect(markedLine('a: b', 3, 3, 40).marks).toBe('   ^');
  });

  test('tabs go to the next stop', () => {
    expect(markedLine('a\tb\tc', 4, 5, 40)).toEqual({ line: 'a   b   c', marks: '        ^' });
  });

  test('a long line is cut on both sides around the mark', () => {
    const { line } = markedLine(`${'x'.repeat(50)}!${'y'.repeat(50)}`, 50, 51, 20);
    expect(line).toBe(`…${'x'.repeat(5)}!${'y'.repeat(12)}…`);
  });

  test('a mark longer than the window ends with it', () => {
    const { line, marks } = markedLine('x'.repeat(100), 0, 100, 20);
    expect(line).toBe(`${'x'.repeat(19)}…`);
    expect(marks).toBe('^'.repeat(19));
  });

  test.each([
    ['no column is known', undefined, 0],
    ['the column lies beyond the kept part of the line', 500, 510],
  ])('no carets when %s', (_, start, end) => {
    expect(markedLine('text', start, end, 40)).toEqual({ line: 'text', marks: '' });
  });

  test('an empty line stays empty', () => {
    expect(markedLine('', 0, 1, 40)).toEqual({ line: '', marks: '' });
  });
});
