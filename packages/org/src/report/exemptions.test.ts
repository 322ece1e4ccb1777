import { describe, expect, test } from '@jest/globals';
import { recordOfTest } from '../store/test-data/record.ts';
import { dueExemptions, dueInWords, refusedInWords } from './exemptions.ts';

const exemption = (expires: string) => ({ rule: 'a/b', reason: 'later', owner: '@acme/a', expires });

describe('exemptions that are due', () => {
  // The day an exemption expires is the last on which it holds.
  test.each([
    ['2026-11-21', 'expired'],
    ['2026-11-22', 'soon'],
    ['2026-12-22', 'soon'],
    ['2026-12-23', 'not told'],
    ['one day', 'not told'],
  ])('until %s on 22 November: %s', (expires, said) => {
    const due = dueExemptions([recordOfTest('r', { exemptions: [exemption(expires)] })], '2026-11-22');
    expect(due.map(({ expired }) => (expired ? 'expired' : 'soon'))).toEqual(said === 'not told' ? [] : [said]);
  });

  test('the earliest comes first, whatever the order of the records; of what is left out none is told', () => {
    const due = dueExemptions(
      [
        recordOfTest('b', { exemptions: [exemption('2026-12-01'), exemption('2026-11-01')] }),
        recordOfTest('a', { exemptions: [exemption('2026-12-01')] }),
        recordOfTest('c', { state: 'excluded', exemptions: [exemption('2026-11-01')] }),
      ],
      '2026-11-22',
    );
    expect(due.map(({ repository, expires }) => [repository, expires])).toEqual([
      ['b', '2026-11-01'],
      ['a', '2026-12-01'],
      ['b', '2026-12-01'],
    ]);
    expect(dueInWords(due)).toBe('1 has expired, 2 end within 30 days');
  });
});

test.each([
  [[], undefined],
  [[['x']], '1 setting of 1 repository does not count under the policy'],
  [[['x', 'y'], [], ['z']], '3 settings of 2 repositories do not count under the policy'],
])('settings that do not count: %j', (all, said) => {
  const repositories = all.map((refused, index) => ({ ...repositoryOfTest, id: String(index), refused }));
  expect(refusedInWords({ repositories })).toBe(said);
});

const repositoryOfTest = {
  name: 'a',
  state: 'audited',
  archetypes: [],
  met: { met: 0, applicable: 0 },
  stages: {},
  counts: { error: 0, warning: 0, info: 0 },
  unknown: 0,
  exempt: 0,
  opened: 0,
  fixed: 0,
  findings: [],
} as const;
