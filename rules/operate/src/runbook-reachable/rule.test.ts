import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n' };
const runbook = (name: string) =>
  `# ${name}\n\n## Meaning\n\nThe disk of the database is full.\n\n## Mitigation\n\nDelete old logs: \`make clean-logs\`.\n`;
const alerts = (name: string, annotations = '') =>
  `groups:\n  - name: disk\n    rules:\n      - alert: ${name}\n        expr: disk_free < 5\n${annotations}`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'an alert of its name',
      files: { ...SERVICE, 'runbooks/DiskFull.md': runbook('DiskFull'), 'alerts.yaml': alerts('DiskFull') },
    },
    {
      name: 'a link of an alert',
      files: {
        ...SERVICE,
        'runbooks/disk.md': runbook('Disk trouble'),
        'alerts.yaml': alerts('NoSpaceLeft', '        annotations:\n          runbook_url: runbooks/disk.md\n'),
      },
    },
    {
      name: 'a link to its folder',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nWhat to do: [runbooks](runbooks/).\n',
        'runbooks/DiskFull.md': runbook('DiskFull'),
      },
    },
  ],
  gap: [
    {
      name: 'an alert of another name',
      files: { ...SERVICE, 'runbooks/DiskFull.md': runbook('DiskFull'), 'alerts.yaml': alerts('DiskSlow') },
      findings: [
        'runbooks/DiskFull.md:1:1 info No alert and no page of this repository leads to this runbook, and no alert has its name. Whoever is paged does not know that it exists: link it from the alert or from an index.',
      ],
    },
    {
      name: 'all of a folder are one finding',
      files: {
        ...SERVICE,
        'ops/runbooks/DiskFull.md': runbook('DiskFull'),
        'ops/runbooks/DiskSlow.md': runbook('DiskSlow'),
        'RUNBOOK.md': `${runbook('Invoices')}\nThe service sends the invoices of the day by mail; users notice within the hour.\n`,
      },
      findings: [
        'RUNBOOK.md:1:1 info No alert and no page of this repository leads to this runbook, and no alert has its name. Whoever is paged does not know that it exists: link it from the alert or from an index.',
        'ops/runbooks/DiskFull.md:1:1 info No alert and no page of this repository leads to 2 runbooks of ops/runbooks, and no alert has their names. Whoever is paged does not know that they exist: link them from the alerts or from an index. ×2',
      ],
    },
  ],
  skip: [{ name: 'a collection for others', files: { 'runbooks/DiskFull.md': runbook('DiskFull') } }],
  unknown: [
    {
      name: 'a site that makes its own navigation',
      files: {
        ...SERVICE,
        'hugo.toml': 'baseURL = "https://runbooks.example.com"\n',
        'content/_index.md': '---\ntitle: Runbooks\n---\n',
        'content/runbooks/DiskFull.md': runbook('DiskFull'),
      },
    },
  ],
});
