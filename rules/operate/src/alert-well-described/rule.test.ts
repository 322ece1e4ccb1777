import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

interface Alert {
  readonly name: string;
  readonly severity?: string;
  readonly annotations?: readonly string[];
}

const alerts = (...list: readonly Alert[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    ...list.flatMap(({ name, severity, annotations = ['summary: Nobody can buy anything'] }) => [
      `  - alert: ${name}`,
      '    expr: up == 0',
      ...(severity === undefined ? [] : ['    labels:', `      severity: ${severity}`]),
      ...(annotations.length === 0 ? [] : ['    annotations:', ...annotations.map((line) => `      ${line}`)]),
    ]),
    '',
  ].join('\n');

const many = (severity: string, count: number): readonly Alert[] =>
  Array.from({ length: count }, (_, index) => ({ name: `Shop${index}Down`, severity }));
const spelled = (...values: readonly string[]) =>
  alerts(...many('critical', 10), ...values.map((severity, index) => ({ name: `Cart${index}Down`, severity })));
const spelling = (value: string, alert = 'Cart0Down') =>
  `a.rules.yaml:67:17 warning ${alert} has severity '${value}' where this repository writes 'critical': routes and silences compare letter by letter and pass it by. Write 'critical'.`;

const grafana = (labels: string) => `
  apiVersion: 1
  groups:
  - orgId: 1
    name: shop
    folder: shop
    interval: 1m
    rules:
    - uid: a
      title: ShopDown
      condition: A
      data:
      - refId: A
        datasourceUid: prom
        model:
          expr: up == 0
      for: 5m
      annotations:
        summary: Nobody can buy anything
      labels: ${labels}
`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'the text stands in a label, for a dashboard of what fires',
      files: {
        'a.rules.yaml': alerts({
          name: 'ShopDown',
          severity: 'info\n      description: Nobody can buy anything',
          annotations: ['dashboard: https://dashboards.acme.dev/shop'],
        }),
      },
    },
    {
      name: 'a notifier has the text, under the name of a template',
      files: {
        'a.rules.yaml': alerts({
          name: 'ShopDown',
          severity: 'info\n      notification_template: ShopDown',
          annotations: [],
        }),
      },
    },
    {
      name: 'an explanation',
      files: { 'a.rules.yaml': alerts({ name: 'A', severity: 'page', annotations: ['explanation: Move the data.'] }) },
    },
    {
      name: 'the severity stands beside the labels, as in rule groups of Azure',
      files: {
        'alerts.json': JSON.stringify({
          groups: [{ rules: [{ alert: 'A', expr: 'up == 0', severity: 3, annotations: { summary: 'Shop is down' } }] }],
        }),
      },
    },
    { name: 'a severity and a summary', files: { 'a.rules.yaml': alerts({ name: 'ShopDown', severity: 'page' }) } },
    {
      name: 'a local name for the text',
      files: { 'a.rules.yaml': alerts({ name: 'ShopDown', severity: 'page', annotations: ['consequence: No sales'] }) },
    },
    {
      name: 'levels are not misspellings of each other',
      files: { 'a.rules.yaml': alerts(...many('sev1', 10), { name: 'CartDown', severity: 'sev2' }) },
    },
    { name: 'another known severity', files: { 'a.rules.yaml': spelled('error') } },
    {
      name: 'a severity the alert itself decides',
      files: { 'a.rules.yaml': spelled("'{{ if gt $value 5.0 }}critical{{ else }}warning{{ end }}'") },
    },
    {
      name: 'a label that ends in severity',
      files: { 'a.rules.yaml': alerts({ name: 'ShopDown', severity: 'page' }).replace('severity', 'sloth_severity') },
    },
    { name: 'Grafana routes without severities too', files: { 'grafana/alerting/shop.yaml': grafana('{}') } },
    {
      name: 'words that look like blanks',
      files: {
        'a.rules.yaml': alerts({
          name: 'ShopDown',
          severity: 'page',
          annotations: ['summary: Many 5xx', 'action: kubectl -n <namespace> delete pod shop-xxx', 'owner: N/A'],
        }),
      },
    },
  ],
  gap: [
    {
      name: 'nobody is woken by what only informs',
      files: { 'a.rules.yaml': alerts({ name: 'ShopSlow', severity: 'info', annotations: [] }) },
      findings: [
        'a.rules.yaml:4:12 info ShopSlow has no text beyond its name, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom.',
      ],
    },
    {
      name: 'nothing but a name',
      files: { 'a.rules.yaml': alerts({ name: 'ShopDown', severity: 'page', annotations: [] }) },
      findings: [
        'a.rules.yaml:4:12 warning ShopDown has no text beyond its name, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom.',
      ],
    },
    {
      name: 'the name again, and an empty text',
      files: {
        'a.rules.yaml': alerts(
          { name: 'ShopDown', severity: 'page', annotations: ['summary: Shop down!'] },
          { name: 'CartDown', severity: 'page', annotations: ["description: ''"] },
        ),
      },
      findings: [
        'a.rules.yaml:4:12 warning 2 alerts of this file have no text beyond their names, ShopDown among them, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom. ×2',
      ],
    },
    {
      name: 'a blank inside a block of text',
      files: {
        'a.rules.yaml': alerts({
          name: 'ShopDown',
          severity: 'page',
          annotations: ['description: |-', '  The shop is slower', '  than xxx seconds'],
        }),
      },
      findings: [
        "a.rules.yaml:11:14 warning ShopDown says 'xxx' in its description: the page arrives with a hole where the answer should be. Fill it in, or leave the annotation out.",
      ],
    },
    {
      name: 'promises of one file, but not those of runbooks',
      files: {
        'a.rules.yaml': alerts(
          {
            name: 'ShopDown',
            severity: 'page',
            annotations: ['summary: No sales', 'dashboard: TODO', 'runbook: TODO'],
          },
          { name: 'CartDown', severity: 'page', annotations: ['summary: No carts', 'dashboard: TODO'] },
        ),
      },
      findings: [
        "a.rules.yaml:10:18 info 2 alerts of this file say 'TODO' in their dashboard, ShopDown among them: the page arrives with a hole where the answer should be. Fill it in, or leave the annotation out. ×2",
      ],
    },
    {
      name: 'equal promises of many files are one habit',
      files: Object.fromEntries(
        [...'abcdefghij'].map((file) => [
          `${file}.rules.yaml`,
          alerts({ name: `Down${file}`, severity: 'page', annotations: ['summary: No sales', 'dashboard: TODO'] }),
        ]),
      ),
      findings: [
        "a.rules.yaml:10:18 info 10 alerts of this repository say 'TODO' in their dashboard, Downa among them: the page arrives with a hole where the answer should be. Fill them in, those that page first, or leave the annotation out. ×10",
      ],
    },
    {
      name: 'no severity',
      files: { 'a.rules.yaml': alerts({ name: 'ShopDown' }) },
      findings: [
        'a.rules.yaml:4:12 warning ShopDown has no severity, so nothing says whether it wakes somebody or waits until morning. Add a severity label.',
      ],
    },
    {
      name: 'several without severity',
      files: { 'a.rules.yaml': alerts({ name: 'ShopDown' }, { name: 'CartDown' }) },
      findings: [
        'a.rules.yaml:4:12 warning 2 alerts of this file have no severity, ShopDown among them, so nothing says whether they wake somebody or wait until morning. Add severity labels. ×2',
      ],
    },
    {
      name: 'a habit of the whole repository is one finding',
      files: Object.fromEntries(
        [...'abcdefghij'].map((name) => [`${name}.rules.yaml`, alerts({ name: `Down${name}` })]),
      ),
      findings: [
        'a.rules.yaml:4:12 warning 10 alerts of this repository have no severity, Downa among them, so nothing says whether they wake somebody or wait until morning. Add severity labels. ×10',
      ],
    },
    {
      name: 'Grafana alerts beside others that have one',
      files: {
        'grafana/alerting/shop.yaml': grafana('{}'),
        'grafana/alerting/cart.yaml': grafana('{severity: page}'),
      },
      findings: [
        'grafana/alerting/shop.yaml:9:12 warning ShopDown has no severity, so nothing says whether it wakes somebody or waits until morning. Add a severity label.',
      ],
    },
    { name: 'another case', files: { 'a.rules.yaml': spelled('Critical') }, findings: [spelling('Critical')] },
    {
      name: 'a label that names a part called heartbeat',
      files: {
        'a.rules.yaml': alerts({ name: 'ProbeDown', severity: 'low', annotations: [] }).replace(
          'severity: low',
          'severity: low\n      component: heartbeat',
        ),
      },
      findings: [
        'a.rules.yaml:4:12 warning ProbeDown has no text beyond its name, so whoever gets it has to read the expression first. Say in a summary or description what is wrong and for whom.',
      ],
    },
    { name: 'a letter too few', files: { 'a.rules.yaml': spelled('critcal') }, findings: [spelling('critcal')] },
    { name: 'two letters swapped', files: { 'a.rules.yaml': spelled('critiacl') }, findings: [spelling('critiacl')] },
    { name: 'an abbreviation', files: { 'a.rules.yaml': spelled('crit') }, findings: [spelling('crit')] },
    {
      name: 'one spelling is one finding',
      files: { 'a.rules.yaml': spelled('CRITICAL', 'CRITICAL') },
      findings: [
        "a.rules.yaml:67:17 warning 2 alerts have severity 'CRITICAL' where this repository writes 'critical': routes and silences compare letter by letter and pass them by. Write 'critical'. ×2",
      ],
    },
  ],
  skip: [
    { name: "a dead man's switch", files: { 'a.rules.yaml': alerts({ name: 'Watchdog', annotations: [] }) } },
    {
      name: "a dead man's switch of another name looks at nothing",
      files: { 'a.rules.yaml': alerts({ name: 'PipelineAlive', annotations: [] }).replace('up == 0', 'vector(1)') },
    },
    {
      name: 'a test of what hands alerts on looks at nothing',
      files: { 'a.rules.yaml': alerts({ name: 'PathTested', annotations: [] }).replace('up == 0', 'vector(0) == 1') },
    },
    {
      name: 'a label says that it is a heartbeat',
      files: {
        'a.rules.yaml': alerts({ name: 'PagerAlive', severity: 'low', annotations: [] }).replace(
          'severity: low',
          'alert_type: heartbeat',
        ),
      },
    },
    { name: 'jsonnet', files: { 'a.libsonnet': "{ alert: 'ShopDown', expr: 'up == 0' }\n" } },
  ],
  unknown: [
    {
      name: 'a chart fills in the annotations',
      files: {
        'charts/shop/templates/a.yaml': alerts({
          name: 'ShopDown',
          severity: 'page',
          annotations: ['{{- toYaml .Values.annotations | nindent 6 }}'],
        }),
      },
    },
    {
      name: 'a chart fills in the labels',
      files: {
        'charts/shop/templates/a.yaml': `${alerts({ name: 'ShopDown' })}    labels:\n      {{- toYaml .Values.labels | nindent 6 }}\n`,
      },
    },
  ],
});
