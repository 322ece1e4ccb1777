import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\nCMD ["python", "main.py"]\n', 'main.py': 'print(1)\n' };
const ADR = '# 1. Use REST\n\n## Status\n\nAccepted\n\n## Context\n\nOld.\n\n## Decision\n\nWe will use REST.\n';
const ABSENT =
  'docs/adr (absent) info No decision records were found. The next maintainer will redo the debates behind this system, or undo a choice by accident. Start with docs/adr/0001-….md: what was decided, why, what limited it, what the fallback is.';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a record by its content alone', files: { ...SERVICE, 'notes/rest.md': ADR } },
    {
      name: 'one page that holds them all',
      files: {
        ...SERVICE,
        'docs/decision-records.md':
          '# Decision records\n\n## Use REST\n\n**Context**\n\nOld.\n\n**Decision**\n\nUse REST.\n\n## Drop SOAP\n\n**Decision**\n\nNo SOAP.\n',
      },
    },
    {
      name: 'the folder of Log4brains',
      files: { '.log4brains.yml': 'project:\n  name: x\n  adrFolder: ./docs/adr\n', 'docs/adr/20200101-rest.md': ADR },
    },
  ],
  gap: [
    { name: 'a service without a log', files: SERVICE, findings: [ABSENT] },
    {
      name: 'a page about decisions',
      files: { ...SERVICE, 'docs/decisions.md': '# Decisions\n\n## Who decides\n\nWe.\n\n## When\n\nNow.\n' },
      findings: [ABSENT],
    },
    { name: 'a template alone', files: { ...SERVICE, 'docs/adr/template.md': ADR }, findings: [ABSENT] },
    {
      name: 'a package of Log4brains without its folder, in a script',
      files: {
        '.log4brains.yml':
          'project:\n  adrFolder: ./docs/adr\n  packages:\n    - name: web\n      path: ./web\n      adrFolder: ./web/adr\n',
        'docs/adr/20200101-rest.md': ADR,
        'z.sh': 'echo z\n',
      },
      findings: [
        '.log4brains.yml:6:18 error .log4brains.yml says that decision records are kept in ./web/adr, which does not exist. New records will start a second log, and old ones are not found. Name the folder they are in.',
      ],
    },
  ],
  skip: [{ name: 'a script', files: { 'z.sh': 'echo z\n' } }],
  unknown: [
    {
      name: 'a folder that git ignores',
      files: { ...SERVICE, '.adr-dir': 'private/adr\n', '.gitignore': 'private/\n' },
    },
  ],
});
