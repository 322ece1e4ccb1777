import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const adr = (...parts: string[]) =>
  `${['# Use queues', '## Context\n\nMails take ten seconds.', '## Decision\n\nWe will use a queue.', ...parts].join(
    '\n\n',
  )}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'alternatives below a heading of the first level',
      files: { 'docs/proposals-accepted/202108-metrics.md': adr('# Alternatives\n\nCount in the client.') },
    },
    { name: 'drivers', files: { 'docs/adr/0001-a.md': adr('## Decision Drivers <!-- optional -->\n\n* cost') } },
    { name: 'pros and cons', files: { 'docs/adr/0001-b.md': adr('## Pros and Cons of the Options\n\n* good') } },
    {
      name: 'what cannot be done',
      files: { 'docs/adr/0001-e.md': adr('The tool cannot guarantee the order of the two phases.') },
    },
    {
      name: 'a part that holds what its whole says',
      files: { 'docs/adr/0001-f.md': adr('This inherits all the contents from the migration as a whole.') },
    },
    { name: 'in Japanese prose', files: { 'docs/adr/0001-g.md': adr('従来の方式では拡張が困難であった。') } },
    { name: 'a sentence that weighs', files: { 'docs/adr/0001-c.md': adr('A queue instead of threads.') } },
    { name: 'another language', files: { 'docs/adr/0001-d.md': adr('## Alternativen\n\nEin zweiter Server.') } },
  ],
  gap: [
    {
      name: 'one finding for a log',
      files: { 'docs/adr/0001-a.md': adr(), 'docs/adr/0002-b.md': adr('## Notes\n\nNone.') },
      findings: [
        'docs/adr/0001-a.md:1:1 info 2 records in docs/adr name no alternative and no constraint, 0001-a.md first. When what forced a choice is gone, nobody will notice that it may be reopened. Ask for both in the template of the log. ×2',
      ],
    },
    {
      name: 'a comment of the template is no alternative',
      files: { 'docs/adr/0001-a.md': adr('<!-- which alternatives were considered? -->') },
      findings: [
        'docs/adr/0001-a.md:1:1 info 0001-a.md names no alternative and no constraint. When what forced the choice is gone, nobody will notice that it may be reopened. List what was rejected and what ruled it out.',
      ],
    },
  ],
  skip: [
    { name: 'rejected', files: { 'docs/adr/0001-a.md': adr('## Status\n\nRejected') } },
    {
      name: 'the first record of a tool',
      files: {
        'docs/adr/0001-record.md':
          '# 1. Record architecture decisions\n\n## Context\n\nWe forget.\n\n## Decision\n\nWe will write.\n',
      },
    },
    { name: 'a placeholder', files: { 'docs/adr/0001-a.md': adr('## Considered Options\n\nTODO') } },
  ],
});
