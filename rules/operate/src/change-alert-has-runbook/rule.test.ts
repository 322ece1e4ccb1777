import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const PATH = 'alerts/shop.yaml';
interface Alert {
  readonly severity?: string;
  readonly metric?: string;
  readonly at?: number;
  readonly annotations?: string;
}
const alert = (name: string, { severity = 'critical', metric = name.toLowerCase(), at = 5, annotations }: Alert = {}) =>
  `      - alert: ${name}\n        expr: ${metric} > ${at}\n        labels:\n          severity: ${severity}\n${annotations === undefined ? '' : `        annotations:\n          ${annotations}\n`}`;
const rules = (...alerts: readonly string[]): string => `groups:\n  - name: shop\n    rules:\n${alerts.join('')}`;
const LINKED = alert('ShopDown', { annotations: 'runbook_url: https://runbooks.example.com/shop-down' });
const BARE = alert('ShopSlow', { severity: 'warning' });
/** The alerts of the file after and before. */
const change = (after: readonly string[], before: readonly string[], path = PATH) => ({
  files: { [path]: rules(...after) },
  base: { [path]: rules(...before) },
});
const link = 'write down what to do, and link it in a runbook_url annotation.';
const PAGE = 'docs/runbooks/ShopStuck.md';
const page =
  '# ShopStuck\n\n## Meaning\n\nThe queue grows.\n\n## Diagnosis\n\nLook at the workers.\n\n## Mitigation\n\nRestart them.\n';
const tuned = (at: number) => alert('ShopStuck', { at, annotations: `runbook_url: ${PAGE}` });
const others = (at: number) => alert('ShopFull', { at, annotations: `runbook_url: ${PAGE}` });

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a new alert with a link',
      ...change(
        [LINKED, BARE, alert('ShopFull', { annotations: 'runbook_url: https://runbooks.example.com/full' })],
        [LINKED, BARE],
      ),
    },
    {
      name: 'a new alert with instructions',
      ...change(
        [LINKED, BARE, alert('ShopFull', { annotations: 'action: Delete the oldest files of the cache first.' })],
        [LINKED, BARE],
      ),
    },
    {
      name: 'a new figure, together with the page',
      files: { [PATH]: rules(tuned(9)), [PAGE]: page.replace('grows', 'grows beyond 9') },
      base: { [PATH]: rules(tuned(5)), [PAGE]: page },
    },
  ],
  gap: [
    {
      name: 'a new alert that pages',
      ...change([LINKED, BARE, alert('ShopFull')], [LINKED, BARE]),
      findings: [
        `${PATH}:14:16 warning ShopFull is new, pages somebody and names no runbook. Now is the only moment when somebody knows exactly what it means: ${link}`,
      ],
    },
    {
      name: 'a new alert that a program brought along',
      ...change([LINKED, BARE, alert('ShopFull')], [LINKED, BARE]),
      commits: ['Update'],
      author: 'github-actions[bot] <a@b>',
      findings: [
        `${PATH}:14:16 info ShopFull is new, pages somebody and names no runbook. Now is the only moment when somebody knows exactly what it means: ${link}`,
      ],
    },
    {
      name: 'several new alerts that page are one finding',
      ...change([LINKED, BARE, alert('ShopFull'), alert('ShopGone')], [LINKED, BARE]),
      findings: [
        `${PATH}:14:16 warning 2 alerts of this change page somebody and name no runbook, ShopFull among them. Now is the only moment when somebody knows exactly what they mean: ${link} ×2`,
      ],
    },
    {
      name: 'an alert that pages from now on',
      ...change([LINKED, alert('ShopSlow')], [LINKED, BARE]),
      findings: [
        `${PATH}:10:16 warning ShopSlow pages since this change and names no runbook. Whoever is woken has to find out alone what to do: write it down, and link it in a runbook_url annotation.`,
      ],
    },
    {
      name: 'a link that goes with the labels',
      ...change(
        [
          alert('ShopOther', { severity: 'warning', annotations: 'runbook_url: https://runbooks.example.com/o' }),
          BARE,
          alert('ShopDown', { severity: 'page' }),
        ],
        [
          alert('ShopOther', { severity: 'warning', annotations: 'runbook_url: https://runbooks.example.com/o' }),
          BARE,
          LINKED,
        ],
      ),
      findings: [
        `${PATH}:14:16 warning ShopDown named a runbook before this change and names none now. Whoever is woken has to know that it is there: put the link back.`,
      ],
    },
    {
      name: 'another name than its runbook',
      files: { [PATH]: rules(alert('ShopBlocked', { metric: 'shop_queue' })), [PAGE]: page },
      base: { [PATH]: rules(alert('ShopStuck', { metric: 'shop_queue' })) },
      findings: [
        `${PATH}:4:16 warning ShopBlocked was ShopStuck before this change, and its runbook ${PAGE} still goes by the old name. Whoever is woken looks for the new one and finds nothing: rename the runbook, and link it.`,
      ],
    },
    {
      name: 'another figure',
      files: { [PATH]: rules(tuned(9)), [PAGE]: page },
      base: { [PATH]: rules(tuned(5)) },
      findings: [
        `${PATH}:5:15 info ShopStuck fires at another point since this change, and ${PAGE} is as it was. If the page names the old figure, it misleads: look once.`,
      ],
    },
    {
      name: 'other figures of one page',
      files: { [PATH]: rules(tuned(9), others(9)), [PAGE]: page },
      base: { [PATH]: rules(tuned(5), others(5)) },
      findings: [
        `${PATH}:5:15 info 2 alerts fire at other points since this change, ShopStuck among them, and ${PAGE} is as it was. If the page names the old figures, it misleads: look once. ×2`,
      ],
    },
  ],
  skip: [
    { name: 'the first of its file: alert/has-runbook names it', ...change([LINKED, alert('ShopFull')], [LINKED]) },
    { name: 'a habit that nobody has', ...change([BARE, alert('ShopFull')], [BARE]) },
    { name: 'it pages nobody', ...change([LINKED, BARE, alert('ShopFull', { severity: 'warning' })], [LINKED, BARE]) },
    {
      name: 'other labels of one that had none',
      ...change([LINKED, BARE, alert('ShopFull', { severity: 'page' })], [LINKED, BARE, alert('ShopFull')]),
    },
    {
      name: 'another name of one that had none',
      ...change([LINKED, BARE, alert('ShopCrammed', { metric: 'shopfull' })], [LINKED, BARE, alert('ShopFull')]),
    },
    {
      name: 'another text',
      ...change([tuned(5).replace('annotations:\n', 'annotations:\n          summary: full\n')], [tuned(5)]),
    },
    {
      name: 'another figure without a runbook',
      ...change([LINKED, alert('ShopFull', { at: 9 })], [LINKED, alert('ShopFull')]),
    },
    {
      name: 'a link that leads nowhere',
      ...change(
        [LINKED, BARE, alert('ShopFull', { annotations: 'runbook_url: docs/runbooks/none.md' })],
        [LINKED, BARE],
      ),
    },
    { name: 'an alert that fires on purpose', ...change([LINKED, BARE, alert('Watchdog')], [LINKED, BARE]) },
    {
      name: 'what an SLO tool wrote',
      ...change(
        [LINKED, BARE, alert('ShopBurns').replace('labels:\n', 'labels:\n          sloth_id: a\n')],
        [LINKED, BARE],
      ),
    },
    { name: 'an example', ...change([LINKED, BARE, alert('ShopFull')], [LINKED, BARE], 'examples/alerts/shop.yaml') },
  ],
  unknown: [
    {
      name: 'annotations that a template fills in',
      ...change(
        [
          LINKED,
          BARE,
          alert('ShopFull').replace('labels:\n', 'annotations: {{ .Values.annotations }}\n        labels:\n'),
        ],
        [LINKED, BARE],
        'charts/shop/templates/alerts.yaml',
      ),
    },
  ],
});
