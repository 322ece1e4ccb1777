import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const sloth = (...lines: string[]): string =>
  [
    'version: prometheus/v1',
    'service: shop',
    'slos:',
    '  - name: orders',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
const SLI = 'sli: { raw: { error_ratio_query: "1 - a" } }';
const pyrra = (...lines: string[]): string =>
  [
    'apiVersion: pyrra.dev/v1alpha1',
    'kind: ServiceLevelObjective',
    'metadata: { name: orders }',
    'spec:',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
const openslo = (...lines: string[]): string =>
  [
    'apiVersion: openslo/v1',
    'kind: SLO',
    'metadata: { name: orders }',
    'spec:',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
const OPEN = ['indicatorRef: good', 'timeWindow: [{ duration: 4w, isRolling: true }]'];
const alerts = (name: string, labels = 'severity: page'): string =>
  `groups:\n  - name: g\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        labels: { ${labels} }\n`;
const PAGE = '# Service levels\n\n| Service | Objective |\n|---|---|\n| Orders | 99.5 % of requests succeed |\n';
const silent = (place: string, objective: string) =>
  `${place} info Nothing alerts on ${objective}: its error budget can burn down without anybody knowing. Add an alert on its burn rate.`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'sloth writes the alerts',
      files: { 'slo.yaml': sloth('objective: 99.9', SLI), 'a.yaml': alerts('Other') },
    },
    {
      name: 'Pyrra writes the alerts',
      files: { 'slo.yaml': pyrra("target: '99'", 'window: 2w', 'indicator: { ratio: {} }'), 'a.yaml': alerts('Other') },
    },
    {
      name: 'OpenSLO names a policy',
      files: { 'slo.yaml': openslo(...OPEN, 'objectives: [{ target: 0.99 }]', 'alertPolicies: [fast]') },
    },
    {
      name: 'an alert has its label',
      files: {
        'slo.yaml': openslo(...OPEN, 'objectives: [{ target: 0.99 }]'),
        'a.yaml': alerts('Other', 'slo: orders'),
      },
    },
    {
      name: 'a page, and an alert on the budget',
      files: { 'docs/slo.md': PAGE, 'a.yaml': alerts('OrdersErrorBudgetBurn') },
    },
  ],
  gap: [
    {
      name: 'a promise to be kept always',
      files: { 'slo.yaml': sloth('objective: 100', SLI) },
      findings: [
        'slo.yaml:5:16 info orders promises 100 %, which leaves no room for a single failure, so every one is an incident and none is. Promise what users need.',
      ],
    },
    {
      name: 'a share where percent are meant',
      files: { 'slo.yaml': sloth('objective: 0.999', SLI) },
      findings: [
        'slo.yaml:5:16 info orders promises 0.999 %: this format counts in percent, so a hundred times as much was meant. As it stands it is never missed.',
      ],
    },
    {
      name: 'no target and no measure',
      files: { 'slo.yaml': sloth('description: Orders') },
      findings: [
        'slo.yaml:4:5 info orders has no target, so nobody can say whether it is met. Write the share of good events you promise, such as 99.5.',
        'slo.yaml:4:5 info orders does not say how good is told from bad, so it cannot be missed. Add the query or the metric that measures it.',
      ],
    },
    {
      name: 'no window',
      files: { 'slo.yaml': pyrra("target: '99'", 'indicator: { ratio: {} }') },
      findings: [
        'slo.yaml:1:1 info orders says no time over which it holds, so its error budget has no size. Add a window, such as 30d.',
      ],
    },
    {
      name: 'alerts turned off',
      files: {
        'slo.yaml': pyrra("target: '99'", 'window: 2w', 'indicator: { ratio: {} }', 'alerting: { disabled: true }'),
        'a.yaml': alerts('Other'),
      },
      findings: [
        'slo.yaml:1:1 info The alerts on orders are turned off, and no other alert has its name: its error budget can burn down without anybody knowing. Turn one on, or say where else it is watched.',
      ],
    },
    {
      name: 'a page that nobody watches',
      files: { 'docs/slo.md': PAGE, 'a.yaml': alerts('QueueFull') },
      findings: [silent('docs/slo.md:5:12', 'Orders')],
    },
    {
      name: 'two targets that nobody watches',
      files: {
        'slo.yaml': openslo(
          ...OPEN,
          'objectives: [{ displayName: fast, target: 0.99 }, { displayName: slow, target: 0.9 }]',
        ),
        'a.yaml': alerts('QueueFull'),
      },
      findings: [
        'slo.yaml:7:16 info Nothing alerts on 2 objectives of this document, orders fast among them: their error budgets can burn down without anybody knowing. Add alerts on their burn rates. ×2',
      ],
    },
  ],
  skip: [
    {
      name: 'Terraform',
      files: { 'main.tf': 'resource "google_monitoring_slo" "orders" {\n  goal = 0.99\n}\n' },
    },
  ],
  unknown: [
    {
      name: 'a page that the configuration names, without a figure',
      files: {
        'ops/notes.md': '# Notes\n\nWe try to be there.\n',
        '.shipworthy.yaml': 'artifacts: { slo: ops/notes.md }\n',
      },
    },
    {
      name: "Google's generator, whose windows and alerts stand in a policy",
      files: {
        'slo.yaml':
          'apiVersion: sre.google.com/v2\nkind: ServiceLevelObjective\nmetadata: { name: orders }\nspec:\n  goal: 0.99\n  method: good_bad_ratio\n',
        'a.yaml': alerts('QueueFull'),
      },
    },
    { name: 'no alert rules here', files: { 'docs/slo.md': PAGE } },
    {
      name: 'no alert rules here, and no policy',
      files: { 'slo.yaml': openslo(...OPEN, 'objectives: [{ target: 0.99 }]') },
    },
  ],
});
