import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const adr = (title: string, ...parts: string[]) => `${[`# ${title}`, ...parts].join('\n\n')}\n`;
const REASON = '## Context\n\nThe old one cannot be patched any more.';
const DECISION = '## Decision\n\nWe will replace it.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a policy is what was decided',
      files: {
        'docs/adr/0001-supported-languages.md':
          '---\nstatus: accepted\n---\n\n# Language Support Policy\n\n## Context\n\nThis sets expectations so that adopters can plan.\n\n## Tiers\n\nThe first tier is tested with every release.\n',
      },
    },
    {
      name: 'the problem stands before the first heading',
      files: {
        'docs/adr/0007-keys.md': `# Keys\n\n${'Every key that is shown once is lost by somebody, who then asks for another one. '.repeat(4)}\n\n${DECISION}\n`,
      },
    },
    {
      name: 'CRLF and spaces behind headings',
      files: {
        'docs/adr/API-001-names.md': adr(
          'API-001: Names',
          '## Status \n\nProposed',
          REASON,
          '## Decisions \n\nNames are lower case.',
        ).replaceAll('\n', '\r\n'),
      },
    },
    {
      name: 'MADR',
      files: {
        'docs/adr/0002-x.md': adr(
          'Use X',
          '## Context and Problem Statement\n\nWhich one do we take?',
          '## Considered Options\n\n- X\n- Y',
          '## Decision Outcome\n\nChosen option: "X", because it is there.',
        ),
      },
    },
    {
      name: 'a Y-statement without headings',
      files: {
        'docs/adr/0003-y.md':
          '# Sessions\n\nIn the context of logins, facing two data centres, we decided for tokens to achieve independence, accepting that they cannot be revoked.\n',
      },
    },
    {
      name: 'headings of the first level',
      files: {
        'docs/adr/0004-flat.md': adr(
          'Flat',
          'Date: 10/10/2019',
          '# Kontext\n\nDer Server ist zu langsam dafür.',
          '# Entscheidung\n\nWir nehmen zwei davon.',
        ),
      },
    },
    {
      name: 'a decision that is a list of parts',
      files: {
        'docs/adr/0005-parts.md': adr(
          'Parts',
          REASON,
          '## Solution',
          '### First\n\nThe queue goes away soon.',
          '### Second\n\nThe table stays as it is.',
        ),
      },
    },
    {
      name: 'a decision that is a picture and a link',
      files: { 'docs/adr/0006-picture.md': adr('Picture', REASON, '## Decision\n\n![flow](flow.png)') },
    },
    { name: 'not decided yet', files: { 'docs/adr/0007-open.md': adr('Open', '## Status\n\nPlaceholder', REASON) } },
    {
      name: 'bold lines for headings',
      files: {
        'docs/adr/0008-bold.md': adr(
          'Bold',
          '**Status**: accepted',
          '**Context**\n\nThe disk is full every month.',
          '**Decision**\n\nLogs are kept for a week.',
        ),
      },
    },
    {
      name: 'a proposal is asked why only',
      files: {
        'docs/proposals/202203-query.md':
          '---\ntype: proposal\ntitle: Query\nstatus: complete\n---\n\n## Motivation\n\nQueries are slow for large tenants.\n\n## Goals\n\n* fast queries\n\n## Work plan\n\n* one\n',
      },
    },
    {
      name: 'the decision names an option that has a heading of its own',
      files: {
        'docs/adr/0009-option.md': adr(
          'Previews',
          REASON,
          '### Option 1\n\nThe old service keeps them.',
          '### Option 2\n\nThe new service takes them over.',
          '## Decision\n\nOption 2',
        ),
      },
    },
    {
      name: 'outcomes',
      files: { 'docs/adr/0010-o.md': adr('Metrics', REASON, '## Outcomes\n\nAll counters are renamed at once.') },
    },
    {
      name: 'a file without an extension',
      files: { 'docs/adr/0045-standardize-test-frameworks': adr('Frameworks', REASON, DECISION) },
    },
  ],
  gap: [
    {
      name: 'an empty decision',
      files: { 'docs/adr/0001-a.md': adr('A', REASON, '## Decision', '## Consequences\n\nIt is gone.') },
      findings: [
        "docs/adr/0001-a.md:7:1 info 'Decision' of 0001-a.md is empty, so nobody can tell what was decided. Write one sentence: what will be done.",
      ],
    },
    {
      name: 'a word where the decision should stand',
      files: {
        'docs/adr/0001-a.md': adr('A', '## Context\n\nSlowness.', '## Decision\n\nRedis'),
      },
      findings: [
        "docs/adr/0001-a.md:3:1 info 'Context' of 0001-a.md has no more than a word or two. The reason is the only part that ages well: write two sentences on what forced the choice.",
        "docs/adr/0001-a.md:7:1 info 'Decision' of 0001-a.md has no more than a word or two, so nobody can tell what was decided. Write one sentence: what will be done.",
      ],
    },
    {
      name: 'a heading of options does not fill an empty decision',
      files: { 'docs/adr/0001-a.md': adr('A', REASON, '## Option 1\n\nThe old one stays.', '## Decision') },
      findings: [
        "docs/adr/0001-a.md:11:1 info 'Decision' of 0001-a.md is empty, so nobody can tell what was decided. Write one sentence: what will be done.",
      ],
    },
    {
      name: 'no decision at all, twice in one log',
      files: {
        'docs/adr/0001-a.md': adr('A', '## Status\n\nAccepted', REASON),
        'docs/adr/0002-b.md': adr('B', '## Status\n\nAccepted', REASON),
      },
      findings: [
        'docs/adr/0001-a.md:1:1 info 2 records in docs/adr have no section that says what was decided, 0001-a.md first. Whoever comes later will take the problem for open. Add a Decision of one sentence to each. ×2',
      ],
    },
    {
      name: 'no decision, once',
      files: { 'docs/adr/0001-a.md': adr('A', '## Status\n\nAccepted', REASON) },
      findings: [
        'docs/adr/0001-a.md:1:1 info 0001-a.md has no section that says what was decided. Whoever comes later will take the problem for open. Add a Decision of one sentence.',
      ],
    },
    {
      name: 'no reason, twice in one log',
      files: { 'docs/adr/0001-a.md': adr('A', DECISION), 'docs/adr/0002-b.md': adr('B', DECISION) },
      findings: [
        'docs/adr/0001-a.md:1:1 info 2 records in docs/adr do not say why, 0001-a.md first. When a reason is gone nobody will notice that the decision may be reopened. Add two sentences of context to each. ×2',
      ],
    },
    {
      name: 'no reason, once; links of other parts and to other records say nothing',
      files: {
        'docs/adr/0001-a.md': adr(
          'A',
          DECISION,
          '## Consequences\n\nSee [it](https://example.org/).',
          '## Links\n\n- [the page](a.md)',
        ),
        'docs/adr/a.md': '# A page\n',
      },
      findings: [
        'docs/adr/0001-a.md:1:1 info 0001-a.md does not say why. When the reason is gone nobody will notice that the decision may be reopened. Add two sentences of context.',
      ],
    },
  ],
  skip: [
    { name: 'superseded', files: { 'docs/adr/0001-a.md': adr('A', '## Status\n\nSuperseded by ADR-0002', DECISION) } },
    { name: 'only informs', files: { 'docs/adr/0001-a.md': adr('A', '- Status: Informational', REASON) } },
    { name: 'a placeholder', files: { 'docs/adr/0001-a.md': adr('A', '## Context\n\nTBD', DECISION) } },
    {
      name: 'a page of another shape',
      files: {
        'docs/adr/0001-policy.md': adr('Policy', `## Tiers\n\n${'Some languages are kept by volunteers. '.repeat(30)}`),
      },
    },
  ],
  unknown: [
    {
      name: 'an article in a list of links',
      files: { 'docs/adr/0001-a.md': adr('A', DECISION, '## Links\n\n- [Why we did](https://example.org/why)') },
    },
    {
      name: 'an article that the decision follows',
      files: { 'docs/adr/0001-a.md': adr('A', '## Decision\n\nWe do as [this](https://example.org/why) says.') },
    },
  ],
});
