import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** A rule file of alerts that page; each is a name, an expression, and further lines. */
const paging = (...list: readonly (readonly [name: string, expr: string, ...lines: readonly string[]])[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    ...list.flatMap(([name, expr, ...lines]) => [
      `  - alert: ${name}`,
      `    expr: ${JSON.stringify(expr)}`,
      '    labels:',
      '      severity: critical',
      ...lines.map((line) => `    ${line}`),
    ]),
    '',
  ].join('\n');

const steady: readonly (readonly [name: string, expr: string])[] = [
  ['the absence of a series', 'absent(up{job="shop"})'],
  ['an increase over ten minutes', 'increase(panics_total[10m]) > 0'],
  ['events counted over a short window', 'increase(template_failures_total[3m]) > 0'],
  ['the time of the last success', '(time() - max by (job) (shop_backup_last_success_time)) / 3600 > 24'],
  ['an expiry', 'certificate_ttl_seconds < 86400'],
  ['a rate that is recorded over a window', 'job:shop_errors:rate5m > 0.1'],
  ['two windows of a burn rate', 'rate(shop_errors_total[1m]) > 1 and rate(shop_errors_total[2m]) > 1'],
  ['a counter', 'shop_corruptions_total > 0'],
];

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a short range, where scrapes are fast',
      files: {
        'a.rules.yaml': paging(['ShopSlow', 'avg_over_time(latency[1m]) > 1']),
        '.shipworthy.yaml': 'rules: { alert/not-flapping: { options: { smoothing: 60 } } }',
      },
    },
    { name: 'it waits', files: { 'a.rules.yaml': paging(['ShopDown', 'up == 0', 'for: 5m']) } },
    { name: 'it keeps firing', files: { 'a.rules.yaml': paging(['ShopDown', 'up == 0', 'keep_firing_for: 10m']) } },
    ...steady.map(([name, expr]) => ({ name, files: { 'a.rules.yaml': paging(['ShopDown', expr]) } })),
    {
      name: 'a burn rate by its labels',
      files: {
        'a.rules.yaml': paging(['BudgetSpent', 'shop_budget > 1']).replace(
          'critical',
          'critical\n      long: 1h\n      short: 5m',
        ),
      },
    },
  ],
  gap: [
    {
      name: 'one sample',
      files: { 'a.rules.yaml': paging(['ShopDown', 'up == 0']) },
      findings: [
        'a.rules.yaml:4:12 info ShopDown (critical) pages on a single sample: it has no `for`, and its expression looks at one moment. One blip is one wake-up, and after three people mute it. Say how long it must last.',
      ],
    },
    {
      name: 'no time at all is written out, and one file is one finding',
      files: {
        'a.rules.yaml': paging(
          ['ShopDown', 'up == 0', 'for: 0s'],
          ['CartDown', 'rate(a[1m]) > 1'],
          ['Fine', 'up == 0', 'for: 1m'],
        ),
      },
      findings: [
        'a.rules.yaml:4:12 info 2 alerts of this file page on a single sample, ShopDown among them: no `for`, and an expression that looks at one moment. One blip is one wake-up, and after three people mute them. Say how long it must last. ×2',
      ],
    },
    {
      name: 'a habit of the whole repository is one finding',
      files: Object.fromEntries(
        [...'abcdefghij'].map((name) => [`${name}.rules.yaml`, paging([`Down${name}`, 'up == 0'])]),
      ),
      findings: [
        'a.rules.yaml:4:12 info 10 alerts of this repository page on a single sample, Downa among them: no `for`, and an expression that looks at one moment. One blip is one wake-up, and after three people mute them. Say how long it must last. ×10',
      ],
    },
  ],
  skip: [
    {
      name: 'it wakes nobody',
      files: { 'a.rules.yaml': paging(['ShopDown', 'up == 0']).replace('critical', 'warning') },
    },
    {
      name: 'a drill by the clock',
      files: { 'a.rules.yaml': paging(['PagerDrill', 'day_of_week() == 1 and hour() == 10 and minute() < 10']) },
    },
    { name: "a dead man's switch", files: { 'a.rules.yaml': paging(['Watchdog', 'vector(1)']) } },
    { name: 'another query language', files: { 'loki/rules.yaml': paging(['ShopErrors', '{app="shop"} |= "error"']) } },
  ],
  unknown: [
    {
      name: 'a chart fills in the waiting time',
      files: { 'charts/shop/templates/a.yaml': paging(['ShopDown', 'up == 0', 'for: {{ .Values.wait }}']) },
    },
    {
      name: 'a chart fills in the severity',
      files: {
        'charts/shop/templates/a.yaml': paging(['ShopDown', 'up == 0']).replace('critical', '{{ .Values.severity }}'),
      },
    },
  ],
});
