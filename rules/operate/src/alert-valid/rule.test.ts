import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** A rule file; each alert is its expression and further lines. */
const alerts = (...list: readonly (readonly [expr: string, ...lines: readonly string[]])[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    ...list.flatMap(([expr, ...lines], index) => [
      `  - alert: Shop${'ABC'[index]}`,
      `    expr: ${expr}`,
      ...lines.map((line) => `    ${line}`),
    ]),
    '',
  ].join('\n');

const described = (text: string) => alerts(['up == 0', 'annotations:', `  summary: '${text}'`]);
const lone = 'Prometheus refuses to load it, so its alert is watching nothing, and nobody is told.';

const fine: readonly (readonly [name: string, expr: string])[] = [
  ['a comparison', 'up == 0'],
  ['absence', 'absent(up{job="shop"})'],
  ['a state selected by a label', 'shop_job_info{phase="failed"}'],
  ['another query language', '\'{app="shop"} |= "error"\''],
];

const CHECKED = (command: string) => ({
  '.github/workflows/ci.yml': `on: pull_request\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`,
});

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'what a template hides is left to a program that renders it on changes',
      files: {
        'charts/shop/templates/a.yaml': alerts(['up == {{ .Values.up }}']),
        ...CHECKED('make rules && promtool check rules out/*.yaml'),
      },
    },
    {
      name: 'doubts are left to a program that knows the metrics',
      files: { 'alerts.yaml': alerts(['up']), ...CHECKED('pint --offline lint alerts.yaml') },
    },
    ...fine.map(([name, expr]) => ({ name, files: { 'a.rules.yaml': alerts([expr]) } })),
    {
      name: 'a comparison after a comment',
      files: { 'a.rules.yaml': alerts(['|', '  rate(a[5m]) * 60 # per minute', '  > 3']) },
    },
    {
      name: 'what is recorded is there only in trouble',
      files: {
        'a.rules.yaml': alerts(['job:shop_failed:sum']),
        'records.rules.yaml': `${alerts(['up == 0'])}  - record: job:shop_failed:sum\n    expr: shop_failed > 0\n`,
      },
    },
    { name: 'a recording rule that is kept elsewhere', files: { 'a.rules.yaml': alerts(['job:shop_failed:sum']) } },
    {
      name: 'tiers of one alert are no duplicates',
      files: {
        'a.rules.yaml': alerts(['up == 0', 'labels:', '  severity: page'], ['up == 0']).replace('ShopB', 'ShopA'),
      },
    },
    {
      name: 'an alert that always fires on purpose',
      files: { 'a.rules.yaml': alerts(['vector(1)']).replace('ShopA', 'Watchdog') },
    },
    {
      name: 'variables of alerts',
      files: { 'a.rules.yaml': described('{{ $labels.job }} {{ $value }} {{ $externalURL }}') },
    },
    {
      name: 'a variable the template sets',
      files: { 'a.rules.yaml': described('{{ $label := $labels.job }}{{ $label }}') },
    },
    {
      name: 'a chart around sound alerts',
      files: { 'charts/shop/templates/a.yaml': alerts(['up == 0', 'for: {{ .Values.wait }}']) },
    },
  ],
  gap: [
    {
      name: 'what is recorded is there whatever its value',
      files: {
        'a.rules.yaml': `${alerts(['job:shop_failed:sum'])}  - record: job:shop_failed:sum\n    expr: sum by (job) (shop_failed)\n`,
      },
      findings: [
        'a.rules.yaml:5:11 warning ShopA compares with nothing, so it fires for as long as the series is there, whatever its value. Add the comparison that means trouble.',
      ],
    },
    {
      name: 'an expression that does not parse takes the other alerts with it',
      files: { 'a.rules.yaml': alerts(['sum(up == 0'], ['up == 1']) },
      findings: [
        'a.rules.yaml:5:22 error ShopA: the expression ends too early. Prometheus refuses to load it, so all 2 alerts of it are watching nothing, and nobody is told. Correct the expression.',
      ],
    },
    {
      name: 'an object is refused by its operator',
      files: {
        'rule.yaml': `
          apiVersion: monitoring.coreos.com/v1
          kind: PrometheusRule
          metadata:
            name: shop
          spec:
            groups:
            - name: shop
              rules:
              - alert: ShopDown
                expr: up ==
        `,
      },
      findings: [
        'rule.yaml:10:18 error ShopDown: the expression ends too early. The operator refuses to load it, so its alert is watching nothing, and nobody is told. Correct the expression.',
      ],
    },
    {
      name: 'a key that Prometheus does not know',
      files: { 'a.rules.yaml': alerts(['up == 0', 'anotations:', '  summary: down']) },
      findings: [`a.rules.yaml:6:5 error Here \`anotations\` is no key of a rule. ${lone}`],
    },
    {
      name: 'a misspelled variable',
      files: { 'a.rules.yaml': described('{{ $label.job }} is down') },
      findings: [
        `a.rules.yaml:7:16 error ShopA uses $label in its summary, which is no variable of an alert (did you mean $labels?). ${lone}`,
      ],
    },
    {
      name: 'an alert that stands twice',
      files: {
        'a.rules.yaml':
          'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n      - alert: Down\n        expr: up == 0\n',
      },
      findings: [
        'a.rules.yaml:6:9 warning Here alert `Down` repeats an earlier one, with the same expression and labels. It loads, and does not do what it seems to.',
      ],
    },
    {
      name: 'the same in several files',
      files: {
        'a.rules.yaml': alerts(['up == 0', 'labels:', "  now: '{{ $value }}'"]),
        'b.rules.yaml': alerts(['up == 1', 'labels:', "  now: '{{ $value }}'"]),
      },
      findings: [
        'a.rules.yaml:7:12 warning Label `now` of 2 alerts, `ShopA` among them, holds the value, so every change of it is a new alert. They load, and do not do what they seem to. ×2',
      ],
    },
    {
      name: 'a value in a label',
      files: { 'a.rules.yaml': alerts(['up == 0', 'labels:', "  now: '{{ $value }}'"]) },
      findings: [
        'a.rules.yaml:7:12 warning Label `now` of `ShopA` holds the value, so every change of it is a new alert. It loads, and does not do what it seems to.',
      ],
    },
    {
      name: 'nothing to compare with',
      files: { 'a.rules.yaml': alerts(['rate(shop_errors_total[5m])']) },
      findings: [
        'a.rules.yaml:5:11 warning ShopA compares with nothing, so it fires for as long as the series is there, whatever its value. Add the comparison that means trouble.',
      ],
    },
    {
      name: 'a copy with nothing to compare with',
      files: {
        'rings/0/a.rules.yaml': alerts(['rate(shop_errors_total[5m])']),
        'rings/1/a.rules.yaml': alerts(['rate(shop_errors_total[5m])']),
      },
      findings: [
        'rings/0/a.rules.yaml:5:11 warning 2 alerts of this file and its copies compare with nothing, ShopA among them, so they fire for as long as their series are there, whatever the values. Add the comparisons that mean trouble. ×2',
      ],
    },
    {
      name: 'several with nothing to compare with',
      files: { 'a.rules.yaml': alerts(['rate(shop_errors_total[5m])'], ['shop_queue_length{job="shop"}']) },
      findings: [
        'a.rules.yaml:5:11 warning 2 alerts of this file compare with nothing, ShopA among them, so they fire for as long as their series are there, whatever the values. Add the comparisons that mean trouble. ×2',
      ],
    },
  ],
  skip: [{ name: 'jsonnet', files: { 'a.libsonnet': "{ alert: 'ShopDown', expr: 'sum(' }\n" } }],
  unknown: [
    {
      name: 'a chart fills in the threshold',
      files: { 'charts/shop/templates/a.yaml': alerts(['up == {{ .Values.up }}']) },
    },
  ],
});
