import { describe, expect, test } from '@jest/globals';
import { countsInWords, day, difference, movedInWords, number, percent } from './words.ts';

test.each([
  ['2026-11-22', '22 November 2026'],
  ['2026-01-01', '1 January 2026'],
  ['2026-13-01', '2026-13-01'],
  ['soon', 'soon'],
])('the day %s is %s', (iso, words) => {
  expect(day(iso)).toBe(words);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d is written %s', (value, words) => {
  expect(number(value)).toBe(words);
});

test.each([
  [0, 0, 'none asked'],
  [0, 3, '0%'],
  [2, 3, '66.6%'],
  [1, 2, '50%'],
  [99_999, 100_000, '99.9%'],
  [100_000, 100_000, '100%'],
])('%d of %d is %s', (met, applicable, words) => {
  expect(percent({ met, applicable })).toBe(words);
});

describe('how a share moved', () => {
  test.each([
    [[2, 3], [1, 2], 'up 16.6 points', 1],
    [[1, 2], [2, 3], 'down 16.6 points', -1],
    [[500, 1000], [490, 1000], 'up 1.0 point', 1],
    [[5, 10], [50, 100], 'as before', 0],
    // Both are shown as 33.3%.
    [[1000, 3000], [9999, 30_000], 'as before', 0],
  ] as const)('%j after %j is %s', ([met, applicable], [metBefore, applicableBefore], words, sign) => {
    expect(difference({ met, applicable }, { met: metBefore, applicable: applicableBefore })).toEqual({ words, sign });
  });

  test('from nothing there is no way', () => {
    expect(difference({ met: 1, applicable: 2 }, { met: 0, applicable: 0 })).toBeUndefined();
  });
});

test('counts name what there is', () => {
  expect(countsInWords({ error: 1, warning: 1200, info: 0 })).toBe('1 error, 1,200 warnings');
  expect(countsInWords({ error: 0, warning: 0, info: 0 })).toBe('');
});

test.each([
  [[], '0'],
  [['error', 'warning'], '2'],
  [['error', 'info'], '1, 1 hint more'],
  [['warning', 'info', 'info'], '1, 2 hints more'],
  [['info', 'info'], '2 hints'],
] as const)('what moved, %j, is %s', (severities, words) => {
  const finding = { rule: 'a/b', message: '', path: 'a', fingerprint: 'f', count: 1 };
  expect(movedInWords(severities.map((severity) => ({ finding: { ...finding, severity } })))).toBe(words);
});

test('what moved, with a verb', () => {
  const of = (severity: 'error' | 'info') => ({
    finding: { rule: 'a/b', severity, message: '', path: 'a', fingerprint: 'f', count: 1 },
  });
  expect(movedInWords([of('error'), of('info')], 'got worse')).toBe('1 got worse, 1 hint more');
});
