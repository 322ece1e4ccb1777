import { describe, expect, test } from '@jest/globals';
import { artifact, artifactsIn } from './testing/rule-files.ts';

describe('jsonnet', () => {
  const text = `local x = 1; /* { alert: 'No', expr: 1 } */
{
  prometheusAlerts+:: { groups+: [{
    name: 'g', // 'quoted
    rules: [
      { alert: 'A', expr: |||
          up{%(s)s} == 0 }
        ||| % $._config, 'for': '5m', labels: { severity: 'page' },
        annotations: { summary: 'a' + x, runbook_url: "r.md" } },
      { record: 'a:b', expr: 'up' },
      { alert: $.prefixed('C'), expr: 'up', labels: { severity: $._config.severity, team: 'a' } },
    ],
  }] },
  patches: [{ alert: 'B', labels: { severity: 'none' } }],
}`;
  test('alerts are seen by a scan', () => {
    const found = artifact(text, 'mixin/alerts.libsonnet');
    expect([found.level, found.facts.dialect]).toEqual(['scraped', 'jsonnet']);
    expect(found.facts.alerts).toMatchObject([
      {
        name: 'A',
        group: 'g',
        for: '5m',
        labels: { severity: 'page' },
        annotations: { summary: 'a', runbook_url: 'r.md' },
        templated: ['expr', 'annotations.summary'],
      },
      { name: 'C', labels: { team: 'a' }, templated: ['expr', 'name', 'labels.severity'] },
    ]);
  });

  test('imports hold none', () => {
    expect(artifactsIn("(import 'alerts.libsonnet') + { alert: 'x', exprs: 1 }", 'a.jsonnet')).toEqual([]);
  });
});
