import { describe, expect, test } from '@jest/globals';
import { durationSeconds, isLogql, looksLikeMetricsql, readPromql, withoutVariables } from './index.ts';

describe('readPromql', () => {
  test.each([
    ['up == 0', { hasCondition: true, thresholds: [0], metrics: ['up'] }],
    ['rate(a_total[5m])', { hasCondition: false, ranges: [300], functions: ['rate'], metrics: ['a_total'] }],
    ['a > bool 1', { hasCondition: false, thresholds: [1] }],
    ['absent(up{job="x"})', { hasCondition: true, absence: true }],
    [
      'sum by (x) (rate(a[1h30m])) / sum(b) * 100 > -5',
      { ranges: [5400], thresholds: [-5], functions: ['sum', 'rate'] },
    ],
    ['a > 5 * 1024 ^ 2', { thresholds: [5_242_880] }],
    ['max_over_time((a > 0)[1h:5m]) and on (x) b', { hasCondition: true, ranges: [3600] }],
    ['a unless b', { hasCondition: true, metrics: ['a', 'b'] }],
    ['rate(a[5m]) * 60 # per minute\n > 3', { hasCondition: true, thresholds: [3] }],
    ['job_info{job="x",phase="failed"}', { hasCondition: true }],
    ['sum(up{job="x"})', { hasCondition: false }],
    ['rate(errors_total{code="500"}[5m])', { hasCondition: false }],
    ['{__name__="m.x", a="b"} > 1', { metrics: ['m.x'] }],
    ['{"m.x"} > 1', { metrics: ['m.x'] }],
    ['changes(a[10m])', { hasCondition: true }],
    ['SUM(a) > 1e3 # note', { functions: ['sum'], thresholds: [1000] }],
    ['a offset 5m @ 123 > 1', { hasCondition: true }],
  ])('%s', (text, expected) => {
    const reading = readPromql(text);
    expect(reading.fault).toBeUndefined();
    expect(reading).toMatchObject(expected);
  });

  test.each([
    ['sum(rate(a[5m]) > 1', 'the expression ends too early', ''],
    ['a >> 1', 'PromQL does not parse at `>`', '>'],
    ['a{b=c} > 1', 'PromQL does not parse at `c}`', 'c}'],
    ['up == 0)', 'PromQL does not parse at `)`', ')'],
    ['', 'the expression is empty', ''],
  ])('does not parse: %j', (text, what, near) => {
    const fault = readPromql(text).fault;
    expect(fault?.what).toBe(what);
    expect(text.slice(fault?.from, fault?.to)).toBe(near);
  });

  test('names of functions it does not know', () => {
    expect(readPromql('rollup_rate(a[5m]) > 1').unknownFunctions).toEqual(['rollup_rate']);
  });
});

test.each([
  ['5m', 300],
  ['1h30m', 5400],
  ['100ms', 0.1],
  ['0', 0],
  ['5', undefined],
  ['1.5h', undefined],
  ['30m1h', undefined],
  ['', undefined],
])('durationSeconds(%j)', (text, seconds) => expect(durationSeconds(text)).toBe(seconds));

test.each([
  ['sum(rate({app="x"} |= "error" [5m])) > 1', false, true],
  ['count_over_time({app="x"} | json | a > 1 [5m]) > 1', false, true],
  ['count_over_time({app="x"}[5m]) > 1', true, true],
  ['count_over_time({app="x"}[5m]) > 1', false, false],
  ['loki_requests{a="b"} != 1', false, false],
  ['sum(rate(loki_requests_total{a="b"}[5m])) > 1', true, false],
])('isLogql(%s, %s)', (text, loki, expected) => expect(isLogql(text, loki)).toBe(expected));

test.each([
  ['a default 0 > 1', true],
  ['rate(a[5m]) keep_metric_names', true],
  ['a{b="default"} > 1', false],
  ['sum(a) > 1', false],
])('looksLikeMetricsql(%s)', (text, expected) => expect(looksLikeMetricsql(text)).toBe(expected));

test.each([
  ['rate(a[$__rate_interval]) > $x', true],
  ['rate(a[$\u007bwindow}]) > $\u007bTHRESHOLD:-5}', true],
  ['a{b="c$"} > 1', false],
])('withoutVariables(%s)', (text, replaced) => {
  const plain = withoutVariables(text);
  expect(plain.replaced).toBe(replaced);
  expect(plain.text).toHaveLength(text.length);
  expect(readPromql(plain.text).fault).toBeUndefined();
});
