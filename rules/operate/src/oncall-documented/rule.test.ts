import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const ABSENT =
  'docs/on-call.md (absent) info Nothing says who is called when this breaks, or whom they call next. Write docs/on-call.md: who is on call, how they are reached, whom they escalate to after how long.';
const PAGE =
  'The engineer of the week is on call; the rotation is in the calendar of the team, and swaps are agreed in the channel. Whoever does not answer within fifteen minutes is passed over, and the page escalates to the lead.\n';
const catalog = (annotation: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\n  annotations:\n    ${annotation}\nspec: { type: service, lifecycle: production, owner: team-a }\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page that the configuration names',
      files: {
        ...SERVICE,
        'ops/notes.md': '# Notes\n\nCall Ada, then Bob.\n',
        '.shipworthy.yaml': 'artifacts: { on-call: ops/notes.md }\n',
      },
    },
    { name: 'a page on being on call', files: { ...SERVICE, 'docs/oncall/README.md': `# On call\n\n${PAGE}` } },
    {
      name: 'Terraform of a pager service',
      files: { ...SERVICE, 'pager.tf': 'resource "pagerduty_schedule" "week" {\n  name = "Week"\n}\n' },
    },
    {
      name: 'the catalog links the pager',
      files: { ...SERVICE, 'catalog-info.yaml': catalog('pagerduty.com/service-id: PABC') },
    },
    {
      name: 'alerts go to a pager service',
      files: {
        ...SERVICE,
        'alertmanager.yml':
          'route:\n  receiver: pager\nreceivers:\n  - name: pager\n    pagerduty_configs:\n      - routing_key: abc\n',
      },
    },
    {
      name: 'a runbook says whom to call',
      files: {
        ...SERVICE,
        'runbooks/QueueFull.md':
          '# QueueFull\n\n## Impact\n\nOrders wait.\n\n## Mitigation\n\nRun `make drain` and wait for the queue to empty.\n\n## Escalation\n\nCall the lead of the payments team after ten minutes.\n',
      },
    },
  ],
  gap: [
    { name: 'nothing', files: SERVICE, findings: [ABSENT] },
    {
      name: 'a page on connecting a pager',
      files: {
        ...SERVICE,
        'docs/notifications/services/pagerduty.md': `# PagerDuty\n\nPut the key into the settings. ${PAGE}`,
      },
      findings: [ABSENT],
    },
    {
      name: 'a stub',
      files: { ...SERVICE, 'docs/on-call.md': '# On call\n\nTBD\n' },
      findings: [ABSENT],
    },
    {
      name: 'an annotation of another tool',
      files: { ...SERVICE, 'catalog-info.yaml': catalog('pagerduty.com/enabled: "no"') },
      findings: [ABSENT],
    },
    {
      name: 'alerts that wake somebody',
      files: {
        ...SERVICE,
        'a.yaml':
          'groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: up == 0\n      - alert: B\n        expr: up == 1\n',
      },
      findings: [
        'docs/on-call.md (absent) info 2 alerts can wake somebody, and nothing says who that is or whom they call next. Write docs/on-call.md: who is on call, how they are reached, whom they escalate to after how long.',
      ],
    },
  ],
});
