import { describe, expect, test } from '@jest/globals';
import { mistakes } from './test-data/load.ts';
import { CONFIG, eachIsTold, type Mistake } from './test-data/mistake.ts';

const EXEMPTION = 'rule: owner/declared, reason: legacy, owner: team-a, expires: 2026-12-31';

const TABLE: readonly Mistake[] = [
  [
    'an exemption without reason',
    'exemptions: [{rule: owner/declared, owner: a, expires: 2026-12-31}]',
    '1:14',
    'exemptions[1] has no reason',
    'Add reason: Retired in Q1; nobody is paged for it.',
  ],
  [
    'an exemption without owner',
    'exemptions: [{rule: owner/declared, reason: a, expires: 2026-12-31}]',
    '1:14',
    'exemptions[1] has no owner',
    'Add owner: platform-team',
  ],
  [
    'an exemption without end',
    'exemptions: [{rule: owner/declared, reason: a, owner: b}]',
    '1:14',
    'exemptions[1] has no expires',
    'Add expires: 2026-12-31',
  ],
  [
    'an exemption from everything',
    "exemptions: [{rule: '*', reason: a, owner: b, expires: 2026-12-31}]",
    '1:21',
    "an exemption from '*' without paths would accept everything",
    'Name the rule, or the paths.',
  ],
  [
    'a blank reason',
    'exemptions: [{rule: owner/declared, reason: " ", owner: b, expires: 2026-12-31}]',
    '1:45',
    "exemptions[1].reason cannot be ' '",
    'Write it like Retired in Q1; nobody is paged for it.',
  ],
  [
    'a day in another order',
    'exemptions: [{rule: owner/declared, reason: a, owner: b, expires: 31.12.2026}]',
    '1:67',
    "exemptions[1].expires cannot be '31.12.2026'",
    'Write it like 2026-12-31.',
  ],
  [
    'a day that is not',
    'exemptions: [{rule: owner/declared, reason: a, owner: b, expires: 2026-02-30}]',
    '1:67',
    'there is no day 2026-02-30',
    'Write the year, the month and the day: 2026-12-31.',
  ],
  [
    'an exempt rule that is not',
    'exemptions: [{rule: owner/declard, reason: a, owner: b, expires: 2026-12-31}]',
    '1:21',
    "no rule is called 'owner/declard'",
    'Did you mean owner/declared?',
  ],
  [
    'evidence without address',
    'evidence: [{rule: owner/declared, owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'evidence[1] has no url',
    'Add url: https://wiki.acme.dev/x',
  ],
  [
    'evidence at no address',
    'evidence: [{kind: runbook, url: wiki, owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:33',
    "evidence[1].url cannot be 'wiki'",
    'Write it like https://wiki.acme.dev/x.',
  ],
  [
    'evidence for nothing',
    'evidence: [{url: "https://x.y", owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'an entry of evidence names neither a rule nor a kind',
    'Name one of them: rule: artifact/aspect, or kind: dashboard.',
  ],
  [
    'evidence for both',
    'evidence: [{rule: owner/declared, kind: runbook, url: "https://x.y", owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'an entry of evidence names both a rule and a kind',
    'Name one of them: rule: artifact/aspect, or kind: dashboard.',
  ],
  [
    'evidence for everything',
    "evidence: [{rule: '*', url: 'https://x.y', owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]",
    '1:19',
    "evidence for '*' would answer everything",
    'Name the rule, or the kind, that is kept elsewhere.',
  ],
  [
    'a review that is still to come',
    'questions: [{question: a, answer: b, owner: c, reviewed: 2026-06-16}]',
    '1:58',
    'reviewed on 2026-06-16, which is still to come',
    'Today is 2026-06-15.',
  ],
];

describe('mistakes in exemptions, evidence and answers', () => {
  eachIsTold(TABLE);

  test('an exemption past its day is no mistake', async () => {
    expect(await mistakes({ [CONFIG]: `exemptions: [{${EXEMPTION.replace('2026-12', '2025-12')}}]` })).toEqual([]);
  });
});
