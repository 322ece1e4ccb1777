import { describe, expect, test } from '@jest/globals';
import type { AlertFacts } from '@shipworthy/model';
import { parseAlertRules } from './parse.ts';
import { artifact, file, group, only } from './testing/rule-files.ts';

describe('templates', () => {
  const chart = (rule: string) =>
    `{{- if .Values.on }}\nkind: PrometheusRule\nmetadata:\n  name: {{ include "x" . }}\nspec:\n  groups:\n  - name: g\n    rules:\n${rule}{{- end }}\n`;
  test.each<[string, string, Partial<AlertFacts>]>([
    [
      'escaped templates of the alert are known',
      '    - alert: A\n      expr: up == 0\n      annotations:\n        summary: "{{`{{ $labels.x }}`}} down"\n',
      { templated: [], annotations: { summary: '{{ $labels.x }} down' } },
    ],
    [
      'a value from the chart is not known',
      '    - alert: {{ .Values.p }}Down\n      expr: up{a="{{ .Values.a }}"} == {{ .Values.n }}\n      for: {{ .Values.for | default "5m" }}\n',
      { name: '{{ .Values.p }}Down', for: '{{ .Values.for | default "5m" }}', templated: ['name', 'expr', 'for'] },
    ],
    [
      'labels from the chart may be any',
      '    - alert: A\n      expr: up == 0\n      labels:\n        severity: page\n        {{- toYaml .Values.labels | nindent 8 }}\n',
      { labels: { severity: 'page' }, templated: ['labels', 'for', 'keepFiringFor', 'annotations'] },
    ],
    [
      'one label from the chart',
      '    - alert: A\n      expr: up == 0\n      labels:\n        severity: {{ .Values.s }}\n        team: a\n',
      { labels: { severity: '{{ .Values.s }}', team: 'a' }, templated: ['labels.severity'] },
    ],
    [
      'two branches',
      '    - alert: A\n      expr: up == 0\n      {{- if .Values.x }}\n      for: 1m\n      {{- else }}\n      for: 2m\n      {{- end }}\n',
      { templated: ['for'] },
    ],
  ])('%s', (_name, rule, expected) => {
    const text = chart(rule);
    const found = artifact(text, 'chart/templates/a.yaml');
    expect(found.level).toBe('tolerant');
    expect(only(found.facts.alerts)).toMatchObject(expected);
    expect(only(found.facts.alerts).expression?.fault).toBeUndefined();
    expect(found.facts.faults).toEqual([]);
  });

  test('what masking cannot save is scraped and said', () => {
    const text = chart(
      '    - alert: A\n      expr: up == 0\n      labels:\n        severity: page\n       bad: {{ .x }}\n',
    );
    const { artifacts, problems } = parseAlertRules(file(text));
    expect(only(artifacts)).toMatchObject({
      level: 'scraped',
      facts: { alerts: [{ name: 'A', labels: { severity: 'page' } }] },
    });
    expect(only(problems).effect).toBe('unseen');
  });

  test("an alert's own template breaks the file by itself", () => {
    const text = group('  - alert: A\n    expr: up == 0\n    annotations:\n      summary: {{ $labels.x }} is down\n');
    expect(parseAlertRules(file(text)).problems).toMatchObject([{ effect: 'broken' }]);
  });
});
