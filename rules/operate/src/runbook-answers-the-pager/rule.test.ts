import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const MEANING = 'The disk of the database has less than five per cent of its space left.';
const page = (...sections: string[]) => `# DiskFull\n\n${sections.join('\n\n')}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'headings of other names, deeper ones and a table',
      files: {
        'runbooks/DiskFull.md': page(
          '## Symptoms',
          MEANING,
          '## Consequences',
          'Writes fail.',
          '## Investigation',
          '### Where',
          '| look | at |\n|---|---|\n| df | the data volume |',
          '## Remediation',
          '1. Delete old logs.\n2. Grow the volume.',
        ),
      },
    },
    {
      name: 'in another language',
      files: {
        'runbooks/DiskFull.md': page(
          '## Betydning',
          'Disken er nesten full.',
          '## Konsekvens',
          'Brukere kan ikke lagre.',
          '## Feilsøking',
          '`df -h`',
          '## Tiltak',
          'Slett gamle logger.',
        ),
      },
    },
    {
      name: 'an unfilled heading is for another rule',
      files: {
        'runbooks/DiskFull.md': page(
          '## Meaning',
          MEANING,
          '## Impact',
          'Writes fail.',
          '## Diagnosis',
          '`df -h`',
          '## Mitigation',
          'TODO',
        ),
      },
    },
    {
      name: 'a runbook of a service that tells how to recover',
      files: {
        'docs/runbook.md':
          '# Runbook\n\n## Service overview\n\nSends the invoices of the day by mail, from a queue that the shop fills, and keeps a copy of each of them.\n\n## Monitoring\n\nLook at the dashboard of the queue.\n\n## Failover and recovery\n\nRun `make failover`.\n',
      },
    },
  ],
  gap: [
    {
      name: 'headings with nothing below them',
      files: { 'runbooks/DiskFull.md': page('## Meaning', '## Impact', '## Mitigation') },
      findings: [
        'runbooks/DiskFull.md:1:1 warning DiskFull has a heading and nothing below it. Whoever is sent here finds no answer: write it or remove it.',
      ],
    },
    {
      name: 'a runbook of a service that is a table of descriptions',
      files: {
        'docs/runbook.md':
          '# Alerts\n\n|Name|Description|\n|---|---|\n|DiskFullSoon|The disk has less than ten per cent of its space left, as the log of the node says|\n|DiskFullNow|The disk has less than one per cent of its space left|\n|DiskReadOnly|The disk is mounted read-only|\n',
      },
      findings: [
        'docs/runbook.md:1:1 warning This runbook says of no failure how to stop it. Whoever is paged has to find that out alone: add the first command or step for each.',
      ],
    },
    {
      name: 'entries of one page are one finding',
      files: {
        'runbooks/disk.md':
          '# Disk alerts\n\n## DiskFullSoon\n\nThe disk has less than ten per cent of its space left.\n\n## DiskFullNow\n\nThe disk has less than one per cent of its space left.\n\n## DiskReadOnly\n\nThe disk is mounted read-only after a fault of the controller.\n',
      },
      findings: [
        'runbooks/disk.md:3:1 warning 3 entries of this runbook leave something out; DiskFullSoon is the first and does not say who is hurt, how to find the cause and how to stop the harm. Whoever is paged has to find that out alone: add a line for each. ×3',
      ],
    },
    {
      name: 'only who is hurt is left out',
      files: {
        'runbooks/DiskFull.md': page(
          '## Meaning',
          MEANING,
          '## Diagnosis',
          '`df -h`',
          '## Mitigation',
          'Delete old logs: `make clean-logs`.',
        ),
      },
      findings: [
        'runbooks/DiskFull.md:1:1 warning DiskFull does not say who is hurt. Whoever is paged has to find that out alone: add a line on it, under a heading of its own.',
      ],
    },
  ],
  skip: [
    {
      name: 'an entry that only leads elsewhere',
      files: { 'runbooks/DiskFull.md': page('## Mitigation', '[growing a volume](https://wiki.example.com/grow)') },
    },
    { name: 'a page that is only a placeholder', files: { 'runbooks/DiskFull.md': page('## Mitigation', 'TODO') } },
  ],
});
