import { describe, expect, test } from '@jest/globals';
import type { AlertFacts, Artifact } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { alertRulesKind } from './kind.ts';
import { parseAlertRules } from './parse.ts';

const file = (text: string, path = 'alerts.yaml') => new RepositoryFile(path, 'authored', text);
const artifactsIn = (text: string, path?: string) => parseAlertRules(file(text, path)).artifacts;

function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`);
  return first;
}
const artifact = (text: string, path?: string): Artifact<'alert-rules'> => only(artifactsIn(text, path));
const alert = (text: string, path?: string): AlertFacts => only(artifact(text, path).facts.alerts);

const group = (rules: string) => `groups:\n- name: g\n  rules:\n${rules}`;
const RULE = group(`  - alert: Down
    expr: |
      up{job="x"}
        == 0
    for: 5m
    labels: {severity: page}
    annotations:
      summary: "{{ $labels.job }} is down"
      runbook_url: docs/down.md # here
`);

describe('a Prometheus rule file', () => {
  test('recording rules beside alerts, and whether a condition decides if they are there', () => {
    const records = '  - {record: "a:b", expr: x > 0}\n  - {record: "c:d", expr: sum(x)}\n';
    expect(artifact(RULE + records).facts.records).toEqual({ 'a:b': true, 'c:d': false });
    expect(artifact(RULE).facts.records).toBeUndefined();
  });

  test('a severity beside the labels, as Azure has it, unless a label says one', () => {
    const rule = (labels: string) => group(`  - {alert: A, expr: up == 0, severity: 3, labels: {${labels}}}\n`);
    expect(alert(rule('team: shop')).labels).toEqual({ team: 'shop', severity: '3' });
    expect(alert(rule('severity: page')).labels).toEqual({ severity: 'page' });
  });

  test('facts', () => {
    const { facts, level, confidence, id } = artifact(RULE);
    expect({ level, confidence, id, dialect: facts.dialect, faults: facts.faults }).toEqual({
      level: 'parsed',
      confidence: 0.85,
      id: 'alerts.yaml',
      dialect: 'prometheus',
      faults: [],
    });
    const { spans, ...rest } = only(facts.alerts);
    expect(rest).toEqual({
      name: 'Down',
      group: 'g',
      occurrence: 0,
      labels: { severity: 'page' },
      annotations: { summary: '{{ $labels.job }} is down', runbook_url: 'docs/down.md' },
      for: '5m',
      templated: [],
      expression: {
        language: 'promql',
        hasCondition: true,
        absence: false,
        ranges: [],
        thresholds: [0],
        metrics: ['up'],
        functions: [],
      },
    });
    const written = Object.fromEntries(Object.entries(spans).map(([field, span]) => [field, RULE.slice(...span)]));
    expect(written).toMatchObject({
      name: 'Down',
      for: '5m',
      'labels.severity': 'page',
      'annotations.runbook_url': 'docs/down.md',
      'annotations.summary': '"{{ $labels.job }} is down"',
      labels: '{severity: page}',
    });
    expect(written['']).toMatch(/^alert: Down[\s\S]*docs\/down\.md$/);
  });

  test('an alert that a merge key copies stands at its own lines, what it copies where that is written', () => {
    const text = group(`  - &down
    alert: Down
    expr: up == 0
    annotations: {runbook: TODO}
  - <<: *down
    expr: up == 1
`);
    const copy = artifact(text).facts.alerts[1];
    const written = (field: string) => text.slice(...(copy?.spans[field] ?? [0, 0]));
    expect(copy?.name).toBe('Down');
    expect(copy?.spans.name).toBeUndefined();
    expect(written('')).toMatch(/^<<: \*down/);
    expect(written('expr')).toBe('up == 1');
    expect(copy?.spans['annotations.runbook']?.[0]).toBe(text.indexOf('TODO'));
  });

  test('labels of the group lie below those of the rule', () => {
    const text = `groups:\n- name: g\n  labels: {team: a, severity: info}\n  rules:\n  - {alert: A, expr: up == 0, labels: {severity: page}}\n`;
    expect(alert(text).labels).toEqual({ team: 'a', severity: 'page' });
  });

  test('equal alerts are told apart by their occurrence', () => {
    const rule = '  - {alert: A, expr: up == 0, labels: {b: "1", a: "2"}}\n';
    const other = '  - {alert: A, expr: up == 1, labels: {a: "2", b: "1"}}\n';
    expect(artifact(group(rule + other)).facts.alerts.map(({ occurrence }) => occurrence)).toEqual([0, 1]);
  });

  test('the place of a fault in a block scalar', () => {
    const text = group('  - alert: A\n    expr: |\n      sum(rate(a[5m])\n        ) ) > 1\n');
    const fault = alert(text).expression?.fault;
    expect(fault?.what).toBe('PromQL does not parse at `)`');
    expect(fault?.at[0]).toBe(text.lastIndexOf(')'));
  });

  test.each([
    ['rate(a[$__rate_interval]) > $limit', 'promql'],
    ['increase_pure(a[5m]) > 1', 'other'],
    ['a default 0 > 1', 'other'],
    ['sum(count_over_time({app="x"} |= "error" [5m])) > 1', 'logql'],
  ])('no fault in what only another reader knows: %s', (expr, language) => {
    const { expression } = alert(group(`  - alert: A\n    expr: '${expr}'\n`));
    expect(expression).toMatchObject({ language });
    expect(expression?.fault).toBeUndefined();
  });

  test('a broken document: the rest is read, its alerts are scraped', () => {
    const text = `${RULE}---\n${group('  - alert: Broken\n    expr: up\n    annotations:\n      summary: a: b\n')}`;
    const { artifacts, problems } = parseAlertRules(file(text));
    expect(artifacts.map(({ level, facts }) => [level, facts.alerts.map(({ name }) => name)])).toEqual([
      ['parsed', ['Down']],
      ['scraped', ['Broken']],
    ]);
    expect(problems).toMatchObject([{ effect: 'broken', what: 'bad indentation of a mapping entry' }]);
    expect(text.slice(...(only(problems).at ?? [0, 0]))).toContain('b');
  });
});

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

describe('where rules are held', () => {
  const inner = RULE.replaceAll('\n', '\n    ').trimEnd();
  test.each<[string, string, string, string]>([
    [
      'an object',
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: n, namespace: s}\nspec:\n    ${inner}`,
      'prometheus-rule',
      's/n',
    ],
    [
      'a list of objects',
      `kind: List\nitems:\n- kind: PrometheusRule\n  metadata: {name: n}\n  spec:\n    ${inner}`,
      'prometheus-rule',
      'n',
    ],
    [
      'a block in a config map',
      `kind: ConfigMap\nmetadata: {name: n}\ndata:\n  x.yaml: |\n    ${inner}\n`,
      'prometheus',
      'alerts.yaml',
    ],
    ["a chart's values", `serverFiles:\n  alerting_rules.yml:\n    ${inner}`, 'prometheus', 'alerts.yaml'],
    ['a namespace', `namespace:\n    ${inner}`, 'prometheus', 'alerts.yaml'],
  ])('%s', (_name, text, dialect, id) => {
    const found = artifact(text);
    expect([found.facts.dialect, found.id]).toEqual([dialect, id]);
    const { name, spans } = only(found.facts.alerts);
    expect(name).toBe('Down');
    expect(text.slice(...(spans['annotations.runbook_url'] ?? [0, 0]))).toBe('docs/down.md');
  });

  test('a quoted string in a config map is placed at its key', () => {
    const text = `kind: ConfigMap\ndata:\n  x.yaml: ${JSON.stringify(RULE)}\n`;
    expect(text.slice(...(alert(text).spans.name ?? [0, 0]))).toBe('x.yaml');
  });

  test('two documents are two artifacts', () => {
    expect(artifactsIn(`${RULE}---\n${RULE}`)).toHaveLength(2);
  });

  test.each([
    [
      'a promtool test',
      'rule_files: [a.yaml]\nevaluation_interval: 1m\ntests:\n- alert_rule_test:\n  - alertname: A\n    exp_alerts: []\n# alert: expr\n',
    ],
    ['recording rules', group('  - {record: "a:b", expr: up}\n# alert:\n')],
    ['translations', 'en:\n  alert: Attention\n  expr: expression\n  rules:\n  - alert\n'],
    ['a custom resource definition', `kind: CustomResourceDefinition\nspec:\n    ${inner}`],
    ['a document that does not parse and defines none', 'a: b: c\nalert: x\nexpr\n'],
  ])('none in %s', (_name, text) => expect(parseAlertRules(file(text))).toEqual({ artifacts: [], problems: [] }));
});

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

describe('sniff', () => {
  test.each([
    ['alert: A\nexpr: up', true],
    ['{"alert": "A", "expr": "up"}', true],
    ["{ 'alert': 'A', expr: 'up' }", true],
    ['title: a\ncondition: C\ndatasourceUid: x', true],
    ['en:\n  alert: x', false],
    ['kind: Deployment', false],
  ])('%j', (text, expected) => expect(alertRulesKind.sniff(file(text))).toBe(expected));
});

describe('never throws', () => {
  test.each([
    '',
    '---',
    'groups:',
    'groups: [{rules: [{alert: , expr: }]}]',
    'alert: []\nexpr: {}',
    '{"groups":[{"rules":[1,null,{"alert":"A"}]}]}',
    RULE.slice(0, 90),
    '{{',
    '- - - alert: x\n      expr: *y',
  ])('%j', (text) => {
    for (const path of ['a.yaml', 'a.libsonnet']) expect(Array.isArray(artifactsIn(text, path))).toBe(true);
  });
});
