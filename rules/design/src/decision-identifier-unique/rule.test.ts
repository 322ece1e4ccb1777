import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const adr = (title: string) => `# ${title}\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe will cache it.\n`;
const list = (...files: string[]) => `# Decisions\n\n${files.map((file) => `- [${file}](${file})\n`).join('')}`;
const FIVE = Object.fromEntries([1, 2, 3, 4].map((n) => [`docs/adr/000${n}-a.md`, adr(`${n}. A`)]));
const LISTED = ['0001-a.md', '0002-a.md', '0003-a.md', '0004-a.md'];

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'each folder counts for itself',
      files: { 'a/docs/adr/0001-x.md': adr('1. X'), 'b/docs/adr/0001-y.md': adr('1. Y') },
    },
    {
      name: 'another prefix',
      files: { 'docs/adr/API-001-x.md': adr('API-001: X'), 'docs/adr/CLI-001-y.md': adr('CLI-001: Y') },
    },
    {
      name: 'an appendix',
      files: { 'docs/adr/0001-x.md': adr('1. X'), 'docs/adr/0001-x-appendix.md': adr('1. X, appendix') },
    },
    {
      name: 'a number in the title that is none',
      files: { 'docs/adr/0007-x.md': adr('2 phase commit for 3 services') },
    },
    {
      name: 'proposals split in two',
      files: {
        'keps/168-x/README.md': `${adr('X')}\n## Motivation\n\nx\n\n## Proposal\n\nx\n\n## Goals\n\nx\n`.replace(
          '## Decision',
          '## Summary',
        ),
        'keps/168-2-y/README.md': `${adr('Y')}\n## Motivation\n\nx\n\n## Proposal\n\nx\n\n## Goals\n\nx\n`.replace(
          '## Decision',
          '## Summary',
        ),
      },
    },
    { name: 'a list of all', files: { ...FIVE, 'docs/adr/README.md': list(...LISTED) } },
    { name: 'a page that lists some', files: { ...FIVE, 'docs/adr/README.md': list('0001-a.md') } },
  ],
  gap: [
    {
      name: 'a heading with another number',
      files: { 'docs/adr/0012-x.md': adr('11. X') },
      findings: [
        'docs/adr/0012-x.md:1:1 warning 0012-x.md is titled 11, so it goes by two numbers. Whoever is sent to one of them finds the other record. Make the heading and the file name agree.',
      ],
    },
    {
      name: 'two headings with other numbers',
      files: { 'docs/adr/0012-x.md': adr('ADR 0011 — X'), 'docs/adr/0013-y.md': adr('ADR-0012: Y') },
      findings: [
        'docs/adr/0012-x.md:1:1 warning 2 records in docs/adr go by two numbers, 0012-x.md first, which is titled ADR 0011. Make the headings and the file names agree. ×2',
      ],
    },
    {
      name: 'a list that leaves one out',
      files: { ...FIVE, 'docs/adr/0005-b.md': adr('5. B'), 'docs/adr/README.md': list(...LISTED) },
      findings: [
        'docs/adr/0005-b.md:1:1 info docs/adr/README.md lists the records beside it, but not 0005-b.md. Whoever starts there will not find it. Add the line.',
      ],
    },
    {
      name: 'a list that leaves two out',
      files: {
        ...FIVE,
        ...Object.fromEntries([5, 6, 7, 8].map((n) => [`docs/adr/000${n}-a.md`, adr(`${n}. A`)])),
        'docs/adr/0009-b.md': adr('9. B'),
        'docs/adr/0010-c.md': adr('10. C'),
        'docs/adr/README.md': list(...LISTED, '0005-a.md', '0006-a.md', '0007-a.md', '0008-a.md'),
      },
      findings: [
        'docs/adr/0009-b.md:1:1 info docs/adr/README.md lists the records beside it, but leaves out 2, 0009-b.md first. Whoever starts there will not find them. Add the lines. ×2',
      ],
    },
  ],
  skip: [{ name: 'a log of dates', files: { 'docs/adr/20200101-x.md': adr('X') } }],
});
