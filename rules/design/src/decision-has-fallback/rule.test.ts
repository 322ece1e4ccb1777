import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const adr = (...parts: string[]) =>
  `${['# Use queues', '## Context\n\nMails take ten seconds.', '## Decision\n\nWe will use a queue.', ...parts].join(
    '\n\n',
  )}\n`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'one-way is an answer', files: { 'docs/adr/0001-a.md': adr('## Fallback\n\nNone, a one-way door.') } },
    { name: 'a sentence', files: { 'docs/adr/0001-b.md': adr('## Consequences\n\nWe revisit this after a year.') } },
    {
      name: 'the section of an enhancement',
      files: {
        'keps/0012-queues/README.md': adr(
          '## Motivation\n\nSlow.',
          '## Proposal\n\nQueue.',
          '### Upgrade / Downgrade Strategy\n\nStop the worker first.',
        ),
      },
    },
  ],
  gap: [
    {
      name: 'one finding for a log',
      files: { 'docs/adr/0001-a.md': adr(), 'docs/adr/0002-b.md': adr('## Status\n\n✅ Accepted') },
      findings: [
        "docs/adr/0001-a.md:1:1 info 2 records in docs/adr say nothing about what to do if they turn out wrong, 0001-a.md first. At 2 a.m. 'we can go back to X by doing Y' is worth more than the benchmark. Ask for a Fallback in the template of the log; 'none, a one-way door' is an answer. ×2",
      ],
    },
    {
      name: 'a word in code is no fallback',
      files: { 'docs/adr/0001-a.md': adr('```sh\ngit revert HEAD\n```') },
      findings: [
        "docs/adr/0001-a.md:1:1 info 0001-a.md says nothing about what to do if it turns out wrong. At 2 a.m. 'we can go back to X by doing Y' is worth more than the benchmark. Add a Fallback; 'none, a one-way door' is an answer.",
      ],
    },
  ],
  skip: [
    { name: 'not accepted yet', files: { 'docs/adr/0001-a.md': adr('## Status\n\nProposed') } },
    { name: 'a placeholder', files: { 'docs/adr/0001-a.md': adr('## Fallback\n\nTBD') } },
  ],
});
