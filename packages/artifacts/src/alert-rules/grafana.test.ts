import { expect, test } from '@jest/globals';
import { artifact, only } from './testing/rule-files.ts';

test('Grafana provisioning', () => {
  const text = `apiVersion: 1
groups:
- name: g
  rules:
  - title: High latency
    condition: C
    data:
    - refId: A
      datasourceUid: prom
      model: {expr: "rate(a[$__rate_interval])"}
    - refId: C
      datasourceUid: __expr__
      model: {conditions: [{evaluator: {type: gt, params: [3]}}]}
    for: 1m
    labels: {severity: page}
`;
  const found = artifact(text, 'grafana/alerting.yaml');
  expect(found.facts.dialect).toBe('grafana');
  const { spans, ...rest } = only(found.facts.alerts);
  expect(rest).toMatchObject({
    name: 'High latency',
    group: 'g',
    for: '1m',
    labels: { severity: 'page' },
    expression: { language: 'promql', hasCondition: true, thresholds: [3], metrics: ['a'] },
  });
  expect(text.slice(...(spans.name ?? [0, 0]))).toBe('High latency');
});
