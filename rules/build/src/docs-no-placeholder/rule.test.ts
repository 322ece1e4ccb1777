import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const runbook = (mitigation: string) =>
  `# DiskFull\n\n## Meaning\n\nThe disk of the database has less than five per cent left.\n\n## Impact\n\nWrites fail for all users.\n\n## Mitigation\n\n${mitigation}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a banner above a page that says something',
      files: { 'runbooks/DiskFull.md': `TODO\n\n${runbook('Delete old logs: `make clean-logs`.')}` },
    },
    {
      name: 'a TODO in a list, a table or a quote is one of several things said',
      files: {
        'runbooks/DiskFull.md': runbook(
          'Delete old logs: `make clean-logs`.\n\n- TODO\n\n> TODO\n\n| when | who |\n|---|---|\n| TODO | TBD |',
        ),
      },
    },
    {
      name: 'a comment above a command is no blank',
      files: { 'runbooks/DiskFull.md': runbook('```sh\n# TODO: make a script of it\nmake clean-logs\n```') },
    },
    {
      name: 'a comment that explains is no blank',
      files: { 'runbooks/DiskFull.md': runbook('Look at the log.\n\n```sh\n# nothing to be done here\n```') },
    },
    { name: 'N/A is an answer', files: { 'runbooks/DiskFull.md': runbook('N/A') } },
    {
      name: 'components and tags are no placeholders',
      files: { 'runbooks/DiskFull.md': runbook('<details>\n\nDelete old logs: `rm -rf /var/log/old`.\n\n</details>') },
    },
    {
      name: 'a TODO beside text is a note',
      files: {
        'runbooks/DiskFull.md': runbook(
          'Delete old logs with `make clean-logs`. TODO: automate this some day, with a job.',
        ),
      },
    },
    {
      name: 'a placeholder in code is an argument',
      files: { 'runbooks/DiskFull.md': runbook('```sh\nssh <host> -- rm TODO\n```') },
    },
  ],
  gap: [
    {
      name: 'several sections are one finding',
      files: {
        'runbooks/DiskFull.md':
          '# DiskFull\n\n## Meaning\n\nThe disk is full.\n\n## Impact\n\nTBD\n\n## Diagnosis\n\n<describe how to look>\n\n## Mitigation\n\nTODO\n',
      },
      findings: [
        "runbooks/DiskFull.md:9:1 warning 3 sections of this runbook are placeholders, 'Impact' first. They are read when somebody needs them most: write one line for each. ×3",
      ],
    },
    {
      name: 'a paragraph and a command to come, among others that are there',
      files: {
        'runbooks/DiskFull.md': runbook(
          'Find the old logs and delete them:\n\n```shell\n# TODO: command needed\n```\n\nThen grow the volume.\n\nTODO',
        ),
      },
      findings: [
        "runbooks/DiskFull.md:16:3 warning 2 places of this runbook are still blank, 'TODO: command needed' under 'Mitigation' first. Whoever follows it stops there: write what comes next. ×2",
      ],
    },
    {
      name: 'one blank after text',
      files: { 'runbooks/DiskFull.md': runbook('Grow the volume by a half.\n\nTODO') },
      findings: [
        "runbooks/DiskFull.md:15:1 warning 'Mitigation' of this runbook breaks off at 'TODO'. Whoever follows it stops there: write what comes next.",
      ],
    },
    {
      name: 'a page that is no runbook but followed step by step',
      files: {
        'docs/ops/rollback.md': '# Rollback\n\n## Code\n\nRevert the change.\n\n## Restore the database\n\nTBD\n',
      },
      findings: [
        "docs/ops/rollback.md:9:1 warning 'Restore the database' of this procedure is still 'TBD'. It is read when somebody needs it most: write one line there.",
      ],
    },
    {
      name: 'a plain page',
      files: {
        'README.md': '# Shop\n\n## Run\n\n`make run`\n\n## Set-up with Kubernetes\n\nTODO\n',
        'design/Implemented/restore-progress.md': '# Restore\n\nShow how far it is.\n\n## Implementation\n\nTBD\n',
        'docs/design.md': '# Design\n\nOne queue.\n\n## Store\n\nComing soon.\n\n## Cache\n\nComing soon.\n',
        'docs/sizes.md': '# Sizes\n\nTODO\n',
      },
      findings: [
        "README.md:9:1 info 'Set-up with Kubernetes' is still 'TODO'. Whoever looks there finds a promise: write it, or remove the heading.",
        "design/Implemented/restore-progress.md:7:1 info 'Implementation' is still 'TBD'. Whoever looks there finds a promise: write it, or remove the heading.",
        "docs/design.md:7:1 info 2 sections of this page are placeholders, 'Store' first. Whoever looks there finds promises: write them, or remove the headings. ×2",
        "docs/sizes.md:3:1 info This page says only 'TODO'. A link that leads here costs minutes and answers nothing: write one line or remove the page.",
      ],
    },
    {
      name: 'one finding for each page, not one for all',
      files: { 'runbooks/DiskFull.md': runbook('TODO'), 'runbooks/DiskSlow.md': runbook('coming soon') },
      findings: [
        "runbooks/DiskFull.md:13:1 warning 'Mitigation' of this runbook is still 'TODO'. It is read when somebody needs it most: write one line there.",
        "runbooks/DiskSlow.md:13:1 warning 'Mitigation' of this runbook is still 'coming soon'. It is read when somebody needs it most: write one line there.",
      ],
    },
    {
      name: 'a page that is nothing else',
      files: { 'runbooks/DiskFull.md': '# DiskFull\n\n## Meaning\n\nTODO\n\n## Mitigation\n\nTBD\n' },
      findings: [
        "runbooks/DiskFull.md:5:1 warning This runbook says only 'TODO'. A link that leads here costs minutes and answers nothing: write one line or remove the page.",
      ],
    },
  ],
  skip: [
    { name: 'an ordinary page', files: { 'docs/guide.md': '# Guide\n\n## Start\n\nRun it. TODO: say more.\n' } },
    {
      name: 'a promise that says when',
      files: { 'docs/plan.md': '# Plan\n\n## Alpha\n\nDone.\n\n## GA\n\n- TODO after beta.\n' },
    },
    { name: 'a list of what is to come', files: { 'docs/ideas.md': '# Ideas\n\n## Later\n\nTODO\n' } },
    {
      name: 'a form that others fill in',
      files: { '.github/PULL_REQUEST_TEMPLATE.md': '# What\n\n## Why\n\n{Please write here}\n\nTODO\n' },
    },
    {
      name: 'brackets that a page explains',
      files: { 'docs/api.md': '# API\n\n## Greeting\n\n{name of the user}\n' },
    },
  ],
});
