import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const BODY = '## Context\n\nIt is slow.\n\n## Decision\n\nWe will cache it.\n';
const adr = (status: string) => `# A title\n\n## Status\n\n${status}\n\n${BODY}`;
const bare = `# A title\n\n${BODY}`;
const DEAD_END =
  'A reader will follow a decision nobody holds any more. Name the record that holds now, or change the status.';
const OPEN = 'Is it in force, proposed, dropped? Add the status the others use.';

testRule(import.meta.url, rule, {
  pass: [
    ...[
      '✅ Accepted',
      '**Approved**',
      'ACCEPTED',
      'Accepted (experimental)',
      'Accepted (extended by ADR-0009 of another team)',
      '⌛️ Pending',
      'Implemented',
      'Decision proposed; accepting feedback',
      '採択（Accepted）',
      'Godkjent',
      '- [ ] Proposed\n- [x] Accepted',
    ].map((status) => ({
      name: status,
      files: { 'docs/adr/0001-a.md': adr(status) },
    })),
    { name: 'in the heading', files: { 'docs/adr/0001-b.md': `# A\n\n### Status: **Discussing**\n\n${BODY}` } },
    {
      name: 'on a line with a star',
      files: { 'docs/adr/0001-c.md': `# A\n\n* Status: accepted\n* Date: 2020-01-01\n\n${BODY}` },
    },
    {
      name: 'superseded in front matter, explained below the heading',
      files: {
        'docs/adr/0001-x.md': `---\nstatus: superseded\n---\n\n# A\n\n## Status\n\nWithdrawn in January: what it took for granted about the table of readers was wrong, see below.\n\n${BODY}`,
      },
    },
    { name: 'in front matter', files: { 'docs/adr/0001-d.md': `---\nstatus: accepted\n---\n\n# A\n\n${BODY}` } },
    {
      name: 'in a table',
      files: { 'docs/adr/0001-e.md': `# A\n\n| Status | Date |\n|---|---|\n| Accepted | 2020-01-01 |\n\n${BODY}` },
    },
    {
      name: 'in bold below the heading',
      files: { 'docs/adr/0001-f.md': `# A\n\n## Status\n\n**Accepted**\n\n${BODY}` },
    },
    {
      name: 'a rejected record in its folder',
      files: { 'docs/proposals-rejected/201807-a.md': `---\nstatus: rejected\n---\n\n${BODY}` },
    },
    {
      name: 'superseded by a tool that is no record',
      files: { 'docs/adr/0001-g.md': adr('Superseded by [Helm](https://helm.sh)') },
    },
    {
      name: 'superseded, and the status says by what without a link',
      files: { 'docs/adr/0001-p.md': `# A\n\n* Status: Replaced with the guide on migrations\n\n${BODY}` },
    },
    {
      name: 'superseded, with the reason',
      files: {
        'docs/adr/0001-h.md': adr(
          'Superseded\n\nAll of this was moved to the repository of the environments, where it is kept by another team now.',
        ),
      },
    },
    {
      name: 'superseded in part, and the part says by what',
      files: {
        'docs/adr/0001-h2.md': `${adr('Partly superseded')}\n**The ranges have been superseded by [2](0002-j.md).**\n`,
        'docs/adr/0002-j.md': adr('Accepted'),
      },
    },
    {
      name: 'a successor in a folder for archived records',
      files: { 'docs/adr/0001-i.md': adr('Superseded by ADR-2'), 'docs/adr/archive/0002-j.md': adr('Accepted') },
    },
    {
      name: 'a successor by wiki link',
      files: { 'docs/adr/000001.md': adr('Superseded by [[000002]]'), 'docs/adr/000002.md': adr('Accepted') },
    },
    {
      name: 'a successor by file name in front matter',
      files: {
        'docs/adr/20200101-a.md': `---\nstatus: superseded\nsuperseded_by: 20200202-b\n---\n\n${BODY}`,
        'docs/adr/20200202-b.md': adr('Accepted'),
      },
    },
    {
      name: 'a list in front matter, from the root',
      files: {
        'keps/0001-a/README.md': `---\nstatus: replaced\nsuperseded-by:\n  - "/keps/0002-b"\n---\n\n${BODY}`,
        'keps/0002-b/README.md': adr('Accepted'),
      },
    },
    {
      name: 'in part',
      files: {
        'docs/adr/0001-k.md': adr('Accepted'),
        'docs/adr/0002-l.md': adr('Accepted\n\nPartially supersedes ADR-0001'),
      },
    },
    {
      name: 'a proposal that would supersede',
      files: { 'docs/adr/0001-m.md': adr('Accepted'), 'docs/adr/0002-n.md': adr('Proposed\n\nSupersedes ADR-0001') },
    },
    {
      name: 'a sentence is no reference',
      files: { 'docs/adr/0001-o.md': `${adr('Accepted')}\nThe cache was replaced by ADR-0099 at another company.\n` },
    },
    {
      name: 'N/A is an answer',
      files: { 'docs/proposals/0001-p.md': `---\nstatus: accepted\nreplaces: N/A\nsuperseded-by: N/A\n---\n\n${BODY}` },
    },
  ],
  gap: [
    {
      name: 'a folder that says it',
      files: {
        'docs/rfcs/implemented/0001-a.md': adr('Implemented'),
        'docs/rfcs/implemented/0002-b.md': adr('Implemented'),
        'docs/rfcs/implemented/0003-c.md': bare,
      },
      findings: [
        'docs/rfcs/implemented/0003-c.md:1:1 info 0003-c.md says no status, and 2 of the 3 records in docs/rfcs do. Is it in force, proposed, dropped? Add the status the others use.',
      ],
    },
    {
      name: 'a page of another sort, in a folder below the log',
      files: {
        'docs/adr/0001-a.md': adr('Accepted'),
        'docs/adr/0002-b.md': adr('Accepted'),
        'docs/adr/deviations/0003-c.md': bare,
      },
      findings: [
        `docs/adr/deviations/0003-c.md:1:1 info 0003-c.md says no status, and 2 of the 3 records in docs/adr do. ${OPEN}`,
      ],
    },
    {
      name: 'a record from before there were statuses, and one from after',
      files: {
        'docs/adr/20180101-a.md': bare,
        'docs/adr/20190101-b.md': adr('Accepted'),
        'docs/adr/20200101-c.md': adr('Accepted'),
        'docs/adr/20210101-d.md': bare,
      },
      findings: [
        `docs/adr/20180101-a.md:1:1 info 20180101-a.md says no status, and 2 of the 4 records in docs/adr do. ${OPEN}`,
        `docs/adr/20210101-d.md:1:1 warning 20210101-d.md says no status, and 2 of the 4 records in docs/adr do. ${OPEN}`,
      ],
    },
    {
      name: 'numbers behind a prefix, from before there were statuses and from after',
      files: {
        'docs/arch/adr-001-a.md': bare,
        'docs/arch/adr-009-b.md': adr('Accepted'),
        'docs/arch/adr-010-c.md': adr('Accepted'),
        'docs/arch/adr-011-d.md': bare,
      },
      findings: [
        `docs/arch/adr-001-a.md:1:1 info adr-001-a.md says no status, and 2 of the 4 records in docs/arch do. ${OPEN}`,
        `docs/arch/adr-011-d.md:1:1 warning adr-011-d.md says no status, and 2 of the 4 records in docs/arch do. ${OPEN}`,
      ],
    },
    {
      name: 'a number nobody has, in front matter',
      files: { 'docs/adr/0001-a.md': `---\nstatus: superseded\nsuperseded_by: ADR-0052\n---\n\n# A\n\n${BODY}` },
      findings: [
        `docs/adr/0001-a.md:3:16 error 0001-a.md says it is superseded by ADR-0052, which does not exist. ${DEAD_END}`,
      ],
    },
    {
      name: 'a page nobody wrote, without "by"',
      files: { 'docs/adr/0001-a.md': adr('⌛️ Superseded [0019](0019-b.md)') },
      findings: [
        `docs/adr/0001-a.md:5:22 error 0001-a.md says it is superseded by 0019-b.md, which does not exist. ${DEAD_END}`,
      ],
    },
    {
      name: 'a predecessor nobody wrote',
      files: { 'docs/adr/0003-a.md': adr('Accepted\n\nSupercedes ADR 2') },
      findings: [
        'docs/adr/0003-a.md:7:12 error 0003-a.md says it supersedes ADR 2, which does not exist. What was decided before cannot be found from here. Name the record it replaces.',
      ],
    },
    {
      name: 'the blank of a template',
      files: { 'docs/adr/0001-a.md': adr('Superseded by ADR-XXXX') },
      findings: [
        `docs/adr/0001-a.md:5:15 error 0001-a.md says it is superseded by ADR-XXXX, which does not exist. ${DEAD_END}`,
      ],
    },
    {
      name: 'a circle',
      files: {
        'docs/adr/0001-a.md': adr('Superseded by ADR-0002'),
        'docs/adr/0002-b.md': adr('Superseded by ADR-0001'),
      },
      findings: [
        'docs/adr/0001-a.md:5:1 error 0001-a.md is superseded by itself, over 0001-a.md → 0002-b.md: none of them is in force. Say in one of them that it holds. ×2',
      ],
    },
    {
      name: 'no status where the log has them',
      files: {
        'docs/adr/0001-a.md': adr('Accepted'),
        'docs/adr/0002-b.md': adr('Accepted'),
        'docs/adr/0003-c.md': bare,
      },
      findings: [
        `docs/adr/0003-c.md:1:1 warning 0003-c.md says no status, and 2 of the 3 records in docs/adr do. ${OPEN}`,
      ],
    },
    {
      name: 'no status, twice',
      files: {
        'docs/adr/0001-a.md': adr('Accepted'),
        'docs/adr/0002-b.md': adr('Accepted'),
        'docs/adr/0003-c.md': bare,
        'docs/adr/0004-d.md': bare,
      },
      findings: [
        'docs/adr/0003-c.md:1:1 warning 2 records in docs/adr say no status, 0003-c.md first, and the others do. Are they in force, proposed, dropped? Add the status the others use. ×2',
      ],
    },
    {
      name: "the template's choice",
      files: { 'docs/adr/0001-a.md': adr('proposed | accepted | rejected') },
      findings: [
        "docs/adr/0001-a.md:5:1 warning The status of 0001-a.md is still the template's choice: 'proposed | accepted | rejected'. Leave the word that is true.",
      ],
    },
    {
      name: 'a word nobody knows',
      files: { 'docs/adr/0001-a.md': adr('Blue') },
      findings: [
        "docs/adr/0001-a.md:5:1 info 'Blue' is no status that 0001-a.md could be judged by. Use a word such as proposed, accepted, rejected, deprecated or superseded, or add yours to recordStates in the vocabulary.",
      ],
    },
    {
      name: 'words nobody knows',
      files: { 'docs/adr/0001-a.md': adr('Blue'), 'docs/adr/0002-b.md': adr('Green') },
      findings: [
        "docs/adr/0001-a.md:5:1 info 2 records in docs/adr have a status that is not known, such as 'Blue'. Use words such as proposed, accepted, rejected, deprecated or superseded, or add yours to recordStates in the vocabulary. ×2",
      ],
    },
    {
      name: 'superseded by what is not known yet',
      files: { 'docs/adr/0001-a.md': `# A\n\n* Status: Replaced with ?\n\n${BODY}` },
      findings: [
        'docs/adr/0001-a.md:3:11 warning 0001-a.md is superseded, but does not say by what. A reader stands before a closed door. Name the record that holds now.',
      ],
    },
    {
      name: 'superseded by nothing',
      files: { 'docs/adr/0001-a.md': adr('Superseded') },
      findings: [
        'docs/adr/0001-a.md:5:1 warning 0001-a.md is superseded, but does not say by what. A reader stands before a closed door. Name the record that holds now.',
      ],
    },
    {
      name: 'superseded by nothing, twice',
      files: { 'docs/adr/0001-a.md': adr('Superseded'), 'docs/adr/0002-b.md': adr('replaced') },
      findings: [
        'docs/adr/0001-a.md:5:1 warning 2 records in docs/adr are superseded, but do not say by what, 0001-a.md first. A reader stands before a closed door. Name the records that hold now. ×2',
      ],
    },
    {
      name: 'a folder that says otherwise',
      files: { 'docs/proposals-rejected/201807-a.md': `---\nstatus: accepted\n---\n\n${BODY}` },
      findings: [
        "docs/proposals-rejected/201807-a.md:2:9 warning 201807-a.md lies in proposals-rejected/ and says 'accepted'. One of the two is wrong: move the file or change the status.",
      ],
    },
    {
      name: 'done, but only accepted, where others say that they are done',
      files: {
        'docs/proposals-done/201807-a.md': `---\nstatus: accepted\n---\n\n${BODY}`,
        'docs/proposals-done/201808-b.md': `---\nstatus: implemented\n---\n\n${BODY}`,
      },
      findings: [
        "docs/proposals-done/201807-a.md:2:9 warning 201807-a.md lies in proposals-done/ and says 'accepted'. One of the two is wrong: move the file or change the status.",
      ],
    },
    {
      name: 'done, but only accepted',
      files: {
        'docs/proposals-done/201807-a.md': `---\nstatus: accepted\n---\n\n${BODY}`,
        'docs/proposals-done/201808-b.md': `---\nstatus: approved\n---\n\n${BODY}`,
      },
      findings: [
        "docs/proposals-done/201807-a.md:2:9 info 2 records lie in proposals-done/ and say another status, such as 'accepted' in 201807-a.md. One of the two is wrong: move the files or change the status. ×2",
      ],
    },
  ],
  skip: [
    {
      name: 'notes beside a record',
      files: {
        'docs/adr/0001-use-redis.md': adr('Accepted'),
        'docs/adr/0001-use-redis-implementation-notes.md': bare,
      },
    },
    {
      name: 'a log that does without',
      files: {
        'docs/adr/0001-a.md': bare,
        'docs/adr/0002-b.md': bare,
        'docs/adr/0003-c.md': adr('Accepted').replace('## Status\n\nAccepted\n\n', ''),
      },
    },
  ],
});
