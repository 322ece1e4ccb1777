import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const page = (diagnosis: string, mitigation: string) =>
  `# DiskFull\n\n## Meaning\n\nThe disk of the database has less than five per cent of its space left.\n\n## Diagnosis\n\n${diagnosis}\n\n## Mitigation\n\n${mitigation}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'what to change is code of a program, below a heading in bold',
      files: {
        'runbooks/backfill.md':
          '# BackfillFails\n\n**Symptoms:**\n- Messages that say nothing\n\n**Fix:**\n```typescript\napp.post("/backfill", handler);\n```\n',
      },
    },
    {
      name: 'a decision in prose of some length',
      files: {
        'runbooks/DiskFull.md': page(
          'Look at the volume.',
          'If the logs fill the disk, delete those older than a week; otherwise grow the volume by half of its size.',
        ),
      },
    },
    {
      name: 'a link to the procedure',
      files: { 'runbooks/DiskFull.md': page('`df -h`', 'See [growing a volume](https://wiki.example.com/grow).') },
    },
    { name: 'an unfilled mitigation is for another rule', files: { 'runbooks/DiskFull.md': page('`df -h`', 'TODO') } },
    {
      name: 'one strong section of two is enough',
      files: {
        'runbooks/DiskFull.md': `${page('`df -h`', 'Free some space.')}\n## Recovery\n\n1. Delete old logs.\n2. Restart the database.\n`,
      },
    },
  ],
  gap: [
    {
      name: 'a description only',
      files: {
        'runbooks/DiskFull.md':
          '# DiskFull\n\n## Meaning\n\nThe disk of the database has less than five per cent of its space left, as counted by the node.\n\n## Impact\n\nWrites are lost and the invoices of the day are late for everybody who waits.\n',
      },
      findings: [
        'runbooks/DiskFull.md:1:1 warning DiskFull gives nothing to do: no command, no query, no step, no link to a dashboard. Write down what you would type first.',
      ],
    },
    {
      name: 'a wish',
      files: { 'runbooks/DiskFull.md': page('`df -h`', 'Free some space.') },
      findings: [
        "runbooks/DiskFull.md:11:1 info 'Mitigation' of DiskFull is 3 words and holds no command, no numbered step and no link. At night that leaves the how open: say which command, on what, and how to see that it helped.",
      ],
    },
    {
      name: 'a few words below the right heading are too few, not nothing',
      files: {
        'runbooks/DiskFull.md':
          '# DiskFull\n\n## Meaning\n\nThe disk of the database has little of its space left, as counted by the node.\n\n## Steps\n\n- Add a new volume to the node\n',
      },
      findings: [
        "runbooks/DiskFull.md:7:1 info 'Steps' of DiskFull is 7 words and holds no command, no numbered step and no link. At night that leaves the how open: say which command, on what, and how to see that it helped.",
      ],
    },
    {
      name: 'skeletons of a large repository are one finding',
      files: Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          `runbooks/Disk${index + 10}Full.md`,
          `# Disk${index + 10}Full\n\nThe volume has less than ten per cent of its space left.\n\n## Mitigation\n`,
        ]),
      ),
      findings: [
        'runbooks/Disk10Full.md:1:1 warning 30 runbooks of this repository give nothing to do: no command, no query, no step, no link to a dashboard. Disk10Full is the first: write down what you would type first, beginning with those for alerts that page. ×30',
      ],
    },
    {
      name: 'the entries of one page are one finding of each kind',
      files: {
        'runbooks/disk.md':
          '# Disk alerts\n\n## DiskFullSoon\n\nThe volume has less than ten per cent of its space left.\n\n## DiskFullNow\n\nThe volume has less than one per cent of its space left.\n\n## DiskReadOnly\n\n`mount -l`\n\n### Mitigation\n\nAsk somebody.\n\n## DiskTooSlow\n\n`iostat -x 1`\n\n### Mitigation\n\nAsk somebody.\n',
      },
      findings: [
        'runbooks/disk.md:3:1 warning 2 entries of this runbook give nothing to do: no command, no query, no step, no link to a dashboard. DiskFullSoon is the first: write down what you would type first. ×2',
        'runbooks/disk.md:15:1 info 2 sections of this runbook say how to stop the harm in a few words, with no command, no numbered step and no link, DiskReadOnly first. At night that leaves the how open: say which command, on what, and how to see that it helped. ×2',
      ],
    },
  ],
  skip: [
    {
      name: 'an entry that only leads elsewhere',
      files: {
        'runbooks/DiskFull.md': '# DiskFull\n\n## Mitigation\n\n[growing a volume](https://wiki.example.com/grow)\n',
      },
    },
    {
      name: 'a page that is only a placeholder',
      files: { 'runbooks/DiskFull.md': '# DiskFull\n\n## Mitigation\n\nTODO\n' },
    },
  ],
});
