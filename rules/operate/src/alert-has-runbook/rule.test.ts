import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** A rule file; each alert is a name and the lines below its expression. */
const alerts = (...list: readonly (readonly [name: string, ...lines: readonly string[]])[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    ...list.flatMap(([name, ...lines]) => [
      `  - alert: ${name}`,
      '    expr: up == 0',
      ...lines.map((line) => `    ${line}`),
    ]),
    '',
  ].join('\n');

const annotated = (annotation: string) => alerts(['ShopDown', 'annotations:', `  ${annotation}`]);

/** An alert that pages and has its page. */
const linked = (name: string) =>
  [`Shop${name}`, 'labels:', '  severity: page', 'annotations:', '  runbook_url: https://wiki.acme.dev/a'] as const;

/** Three files of alerts that page, each with its page. */
const practice = Object.fromEntries(['X', 'Y', 'Z'].map((name) => [`${name}.rules.yaml`, alerts(linked(name))]));

const runbook = `
  # ShopDown

  ## Meaning

  Nobody can buy anything.

  ## Diagnosis

  Look at \`kubectl get pods\`.

  ## Mitigation

  1. Run \`kubectl rollout restart deploy/shop\`.
`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a link to another host', files: { 'a.rules.yaml': annotated('runbook_url: https://wiki.acme.dev/shop') } },
    { name: 'a local name for it', files: { 'a.rules.yaml': annotated('playbook: https://wiki.acme.dev/shop') } },
    {
      name: "a dead link is the other rule's matter",
      files: { 'a.rules.yaml': annotated('runbook_url: docs/gone.md') },
    },
    {
      name: 'it says what to do itself',
      files: { 'a.rules.yaml': annotated('action: Check the logs, then restart the oldest pod') },
    },
    {
      name: 'its description links to the page',
      files: { 'a.rules.yaml': annotated("description: 'Down, see https://wiki.acme.dev/runbooks/shop'") },
    },
    {
      name: 'a label links to the page',
      files: { 'a.rules.yaml': alerts(['ShopDown', 'labels:', '  runbook: https://acme.dev/shop']) },
    },
  ],
  gap: [
    {
      name: 'a pager without a page',
      files: { 'a.rules.yaml': alerts(['ShopDown', 'labels:', '  severity: page']) },
      findings: [
        'a.rules.yaml:4:12 warning ShopDown (severity: page) names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'an action of two words is a topic',
      files: { 'a.rules.yaml': annotated('action: check logs') },
      findings: [
        'a.rules.yaml:4:12 warning ShopDown names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'one finding a file',
      files: { 'a.rules.yaml': alerts(['ShopDown'], ['CartDown'], ['StockDown']) },
      findings: [
        'a.rules.yaml:4:12 warning 3 alerts of this file name no runbook, ShopDown among them, so whoever answers them starts from nothing. Add a runbook_url annotation to each, or an action annotation that says what to do. ×3',
      ],
    },
    {
      name: 'what only informs is weighed as information',
      files: { 'a.rules.yaml': alerts(['ShopBusy', 'labels:', '  severity: info']) },
      findings: [
        'a.rules.yaml:4:12 info ShopBusy (severity: info) names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'a habit of the whole repository is one finding',
      files: Object.fromEntries([...'abcdefghij'].map((name) => [`${name}.rules.yaml`, alerts([`Down${name}`])])),
      findings: [
        'a.rules.yaml:4:12 warning 10 alerts of this repository name no runbook, Downa among them, so whoever answers them starts from nothing. Begin with those that page: a runbook_url annotation, or an action annotation that says what to do. ×10',
      ],
    },
    {
      name: 'nobody is paged by a habit of what only informs',
      files: Object.fromEntries(
        [...'abcdefghij'].map((name) => [`${name}.rules.yaml`, alerts([`Down${name}`, 'labels:', '  severity: info'])]),
      ),
      findings: [
        'a.rules.yaml:4:12 info 10 informational alerts of this repository name no runbook, Downa among them, so whoever reads them starts from nothing. Add a runbook_url annotation where there is something to do. ×10',
      ],
    },
    {
      name: 'where all that page have one, the rest is a choice',
      files: {
        ...practice,
        'a.rules.yaml': alerts(['ShopSlow', 'labels:', '  severity: warning']),
        'b.rules.yaml': alerts(['ShopBusy', 'labels:', '  severity: info']),
      },
      findings: [
        'a.rules.yaml:4:12 info 2 alerts that page nobody name no runbook, ShopSlow among them; every alert that pages has one. Whoever answers these would be glad of the same: add a runbook_url annotation, or an action annotation that says what to do. ×2',
      ],
    },
    {
      name: 'one of those that page has none, so nothing is a choice',
      files: {
        ...practice,
        'a.rules.yaml': alerts(['ShopSlow', 'labels:', '  severity: warning']),
        'b.rules.yaml': alerts(['ShopDown', 'labels:', '  severity: critical']),
      },
      findings: [
        'a.rules.yaml:4:12 warning ShopSlow (severity: warning) names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
        'b.rules.yaml:4:12 warning ShopDown (severity: critical) names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'one file whose alerts that page have one shows no choice',
      files: {
        'a.rules.yaml': alerts(['ShopSlow', 'labels:', '  severity: warning']),
        'z.rules.yaml': alerts(...['A', 'B', 'C'].map(linked)),
      },
      findings: [
        'a.rules.yaml:4:12 warning ShopSlow (severity: warning) names no runbook, so whoever answers it starts from nothing. Add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'where all that page have one, a single other',
      files: { ...practice, 'a.rules.yaml': alerts(['ShopSlow', 'labels:', '  severity: warning']) },
      findings: [
        'a.rules.yaml:4:12 info ShopSlow (severity: warning) names no runbook; every alert that pages has one. Whoever answers it would be glad of the same: add a runbook_url annotation, or an action annotation that says what to do.',
      ],
    },
    {
      name: 'the page is there and nobody linked it',
      files: { 'a.rules.yaml': alerts(['ShopDown']), 'docs/runbooks/ShopDown.md': runbook },
      findings: [
        'a.rules.yaml:4:12 warning ShopDown names no runbook although docs/runbooks/ShopDown.md has its name, so whoever answers it has to know that it is there. Link it in a runbook_url annotation.',
      ],
    },
    {
      name: 'several pages are there',
      files: {
        'a.rules.yaml': alerts(['ShopDown'], ['CartDown']),
        'docs/runbooks/CartDown.md': runbook.replace('ShopDown', 'CartDown'),
        'docs/runbooks/ShopDown.md': runbook,
      },
      findings: [
        'a.rules.yaml:4:12 warning 2 alerts of this file name no runbook although pages with their names exist, docs/runbooks/ShopDown.md among them. Whoever answers them has to know that they are there: link them in runbook_url annotations. ×2',
      ],
    },
  ],
  skip: [
    { name: "a dead man's switch", files: { 'a.rules.yaml': alerts(['Watchdog', 'labels:', '  severity: none']) } },
    {
      name: 'a group that shows what rules look like',
      files: { 'a.rules.yaml': alerts(['ShopDown']).replace(/name: .*/, 'name: Sample Rule Group') },
    },
    { name: 'an inhibitor', files: { 'a.rules.yaml': alerts(['InhibitionNodeDown']) } },
    {
      name: 'written by an SLO tool',
      files: { 'a.rules.yaml': alerts(['ShopErrorBudget', 'labels:', '  sloth_severity: page']) },
    },
    { name: "a promise is the other rule's matter", files: { 'a.rules.yaml': annotated('runbook_url: TODO') } },
    {
      name: 'jsonnet whose links a library adds',
      files: { 'a.libsonnet': "{ alert: 'ShopDown', expr: 'up == 0', labels: { severity: 'critical' } }\n" },
    },
  ],
  unknown: [
    {
      name: 'a chart fills in the link',
      files: { 'charts/shop/templates/a.yaml': annotated('runbook_url: {{ .Values.runbooks }}') },
    },
    {
      name: 'a chart fills in the annotations',
      files: {
        'charts/shop/templates/a.yaml': alerts([
          'ShopDown',
          'annotations:',
          '  {{- toYaml .Values.annotations | nindent 6 }}',
        ]),
      },
    },
  ],
});
