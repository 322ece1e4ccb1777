import { describe, expect, test } from '@jest/globals';
import { alertRulesKind } from './kind.ts';
import { parseAlertRules } from './parse.ts';
import { alert, artifact, artifactsIn, file, group, only, RULE } from './testing/rule-files.ts';

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

  test('may bear its own extension', () => {
    expect(alertRulesKind.paths.extensions).toContain('alerts');
    const names = artifactsIn(RULE, 'shop/alerts/orders.alerts').map(({ path }) => path);
    expect(names).toEqual(['shop/alerts/orders.alerts']);
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
