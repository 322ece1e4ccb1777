import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const MEANING = 'The disk of the database has less than five per cent of its space left.';
const page = (...sections: string[]) => `# DiskFull\n\n${sections.join('\n\n')}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page without headings is a list of what to do',
      files: {
        'runbooks/DiskFull.md': page(
          `${MEANING} Users cannot save.`,
          '- See the board of the disks\n- Ensure that logs are rotated\n- Run `clean_logs` by hand',
        ),
      },
    },
    {
      name: 'a line right below the last paragraph makes no heading of it',
      files: {
        'runbooks/DiskFull.md': `${page(
          '## Meaning',
          MEANING,
          '## Impact',
          'Users cannot save.',
          '## Diagnosis',
          '`df -h`',
          '## Mitigation',
          `Delete the logs of last week, then see whether the alert ends. ${'Ask the owners of the volume to grow it. '.repeat(4)}`.trim(),
        ).trimEnd()}\n---\n\n`,
      },
    },
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
      name: 'entries of a collection whose runbooks are kept elsewhere',
      files: {
        'docs/runbook.md': `# Runbook\n\n${['DiskFullSoon', 'DiskFullNow', 'DiskReadOnly'].map((name) => `## ${name}\n\n- *Message*: ${MEANING} It was counted by the node that holds it.\n- *Runbook*: [Link](https://runbooks.example.com/${name})\n`).join('\n')}`,
      },
    },
    {
      name: 'where to look stands once for all entries of a page',
      files: {
        'docs/runbook.md': `# Disk alerts\n\nFor any alert, look at [the disks](https://grafana.example.com/d/1) first.\n\n${['DiskFullSoon', 'DiskFullNow', 'DiskReadOnly'].map((name) => `## ${name}\n\n${MEANING} Users cannot save. Delete old invoices.\n`).join('\n')}`,
      },
    },
    {
      name: 'headings on top of each other share the text below the last',
      files: {
        'docs/runbook.md': `# Disks\n\n## DataDiskIsFull\n\n## LogDiskIsFull\n\n## CacheDiskIsFull\n\n### Impact\n\nUsers cannot save.\n\n### Steps\n\n- Look at the disk with \`df -h\`.\n- Delete old logs: \`make clean-logs\`.\n\nIt fires when a disk is full.\n`,
      },
    },
    {
      name: 'a heading over steps that are headed themselves, or over a comment',
      files: {
        'runbooks/DiskFull.md': page(
          '## Meaning',
          MEANING,
          '## Impact',
          '<!-- kept in the table of services -->',
          'Users cannot save.',
          '## Steps',
          '## Look',
          'Run `df -h`.',
          '## Clean',
          'Delete old logs: `make clean-logs`.',
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
        'runbooks/DiskFull.md:1:1 warning DiskFull holds no text. Whoever is sent here finds no answer: write it or remove it.',
      ],
    },
    {
      name: 'a stub above an entry of another name',
      files: {
        'docs/runbook.md': `# Runbook\n\n## DataDiskIsFull\n\n## NameServerFails\n\nThe name server fails, users see errors: \`dig\`. Restart it with \`make restart-dns\`.\n`,
      },
      findings: [
        'docs/runbook.md:3:1 warning DataDiskIsFull holds no text. Whoever is sent here finds no answer: write it or remove it.',
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
          '# Disk alerts\n\n## DiskFullSoon\n\nThe disk has less than ten per cent of its space left: `df -h`.\n\n## DiskFullNow\n\nThe disk has less than one per cent of its space left: `df -h`.\n\n## DiskReadOnly\n\nThe disk is mounted read-only after a fault of the controller: `mount -l`.\n',
      },
      findings: [
        'runbooks/disk.md:3:1 warning 3 entries of this runbook leave something out; DiskFullSoon is the first and does not say who is hurt and how to stop the harm. Whoever is paged has to find that out alone: add a line for each. ×3',
      ],
    },
    {
      name: 'a heading that was left empty is the place, also where another section touches its question',
      files: {
        'runbooks/DiskFull.md': page(
          '## Meaning',
          `${MEANING} Users may notice.`,
          '## Impact',
          '## Diagnosis',
          '`df -h`',
          '## Mitigation',
          'Delete old logs: `make clean-logs`.',
        ),
      },
      findings: [
        "runbooks/DiskFull.md:7:1 warning DiskFull has nothing below 'Impact' and does not say who is hurt. Whoever is paged has to find that out alone: write a line there.",
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
        'runbooks/DiskFull.md:1:1 info DiskFull does not say who is hurt. Whoever is paged has to find that out alone: add a line on it, under a heading of its own.',
      ],
    },
  ],
  skip: [
    {
      name: 'an entry that only leads elsewhere',
      files: { 'runbooks/DiskFull.md': page('## Mitigation', '[growing a volume](https://wiki.example.com/grow)') },
    },
    {
      name: 'nothing to do is for another rule',
      files: { 'runbooks/DiskFull.md': page('## Meaning', MEANING, '## Impact', 'Writes fail.') },
    },
    { name: 'a page that is only a placeholder', files: { 'runbooks/DiskFull.md': page('## Mitigation', 'TODO') } },
  ],
});
