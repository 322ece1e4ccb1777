import { describe, expect, test } from '@jest/globals';
import { artifact, group, only, RULE } from './testing/rule-files.ts';

describe('faults of the shape', () => {
  test.each<[string, string, string, string?]>([
    ['an unknown key', group('  - alert: A\n    expr: up == 0\n    anotations: {}\n'), 'refused', 'anotations'],
    ['no expression', group('  - alert: A\n    for: 5m\n'), 'refused', 'alert'],
    ['a bad duration', group('  - {alert: A, expr: up == 0, for: 5 minutes}\n'), 'refused', '5 minutes'],
    ['both alert and record', group('  - {alert: A, record: "a:b", expr: up == 0}\n'), 'refused', 'alert'],
    ['a group without a name', 'groups:\n- rules:\n  - {alert: A, expr: up == 0}\n', 'refused', 'rules'],
    ['the same group twice', `${group('  - {alert: A, expr: up == 0}\n')}- name: g\n  rules: []\n`, 'refused', 'g'],
    ['a key twice', group('  - alert: A\n    expr: up == 0\n    expr: up == 1\n'), 'refused', 'expr'],
    [
      'a recording rule that waits',
      group('  - {alert: A, expr: up == 0}\n  - {record: "a:b", expr: up, for: 5m}\n'),
      'refused',
      'for',
    ],
    [
      'a recording rule that does not parse',
      group('  - {alert: A, expr: up == 0}\n  - {record: "a:b", expr: sum(up}\n'),
      'refused',
      '',
    ],
    ['a list as annotation', group('  - {alert: A, expr: up == 0, annotations: {a: [b]}}\n'), 'refused', 'a'],
    [
      'the value as label',
      group('  - {alert: A, expr: up == 0, labels: {v: "{{ $value }}"}}\n'),
      'doubtful',
      '"{{ $value }}"',
    ],
    [
      'the same alert twice',
      group('  - {alert: A, expr: up == 0}\n  - {alert: A, expr: up == 0}\n'),
      'doubtful',
      'alert',
    ],
  ])('%s', (_name, text, effect, written) => {
    const fault = only(artifact(text).facts.faults);
    expect(fault.effect).toBe(effect);
    expect(text.slice(...fault.at)).toBe(written);
  });

  test.each([
    [
      'keys of Thanos, Mimir and vmalert',
      group('  - {alert: A, expr: up == 0}\n').replace(
        'name: g',
        'name: g\n  limit: 1\n  source_tenants: [a]\n  query_offset: 1m\n  partial_response_strategy: warn',
      ),
    ],
    ['a duration of nothing', group('  - {alert: A, expr: up == 0, for: 0s, keep_firing_for: 0}\n')],
    ['a number as label', group('  - {alert: A, expr: up == 0, labels: {tier: 1}}\n')],
    [
      'the same alert at two levels',
      group('  - {alert: A, expr: up == 0, labels: {s: a}}\n  - {alert: A, expr: up == 0, labels: {s: b}}\n'),
    ],
    [
      'the dialect of vmalert',
      group('  - {alert: A, expr: up == 0, whatever: 1}\n').replace('name: g', 'name: g\n  type: graphite'),
    ],
    ['values of a chart', `extra:\n  ${RULE.replaceAll('\n', '\n  ').replace('for:', 'fro:')}`],
  ])('none: %s', (_name, text) => expect(artifact(text).facts.faults).toEqual([]));
});
