import { describe, expect, test } from '@jest/globals';
import type { RepositoryRecord, RunHeader, WeekRecord } from '../store/record.ts';
import type { Records } from '../store/store.ts';
import { headerOfTest, recordOfTest } from '../store/test-data/record.ts';
import { assembleReport } from './assemble.ts';
import type { Cause, OrgFinding, Transition } from './org-report.ts';
import { weekOf } from './week-of.ts';

const recordsOf = (list: readonly RepositoryRecord[]): Records => {
  const map = new Map(list.map((record) => [record.id, record]));
  return { size: map.size, has: (id) => map.has(id), get: (id) => map.get(id), values: () => map.values() };
};

const reportOf = (
  records: readonly RepositoryRecord[],
  { weeks = [], header = {} }: { weeks?: readonly WeekRecord[]; header?: Partial<RunHeader> } = {},
) => {
  const full = headerOfTest(header);
  return assembleReport({
    run: { id: full.asOf, header: full, records: recordsOf(records) },
    weeks: [...weeks, weekOf(full, records)],
  });
};

const finding = (rule: string, severity: OrgFinding['severity'] = 'warning', fingerprint = rule): OrgFinding => ({
  rule,
  severity,
  message: 'm',
  path: 'p',
  fingerprint,
  count: 1,
});

const moved = (cause: Cause): Omit<Transition, 'repository'> => ({ cause, finding: finding('a/b') });

describe('what counts as the doing of teams', () => {
  test.each<[Cause, boolean]>([
    ['change', true],
    ['rules', false],
    ['scope', false],
    ['time', false],
    ['exemption', false],
    ['unseen', false],
  ])('%s: %s', (cause, counts) => {
    const { regressions, fixed, others, teams, repositories } = reportOf([
      recordOfTest('r', { team: 't', opened: [moved(cause)], gone: [moved(cause)] }),
    ]);
    const own = counts ? 1 : 0;
    expect([regressions.length, fixed.length]).toEqual([own, own]);
    expect([others.opened.length, others.gone.length]).toEqual([1 - own, 1 - own]);
    expect(teams.map(({ opened, fixed: gone }) => [opened, gone])).toEqual([[own, own]]);
    expect(repositories.map(({ opened, fixed: gone }) => [opened, gone])).toEqual([[own, own]]);
  });
});

describe('the sums', () => {
  const records = [
    recordOfTest('a', { team: 't', standing: { 'x/1': 'met', 'x/2': 'gaps', 'x/3': 'unknown' }, unknown: 1 }),
    recordOfTest('b', { team: 't', state: 'failed', why: 'gone', standing: { 'x/1': 'gaps' } }),
    recordOfTest('c', { team: 'u', state: 'excluded', why: 'archived', standing: {} }),
    recordOfTest('d', { standing: { 'x/1': 'met' }, findings: [finding('x/9', 'error')] }),
  ];

  test('what could not be audited, is left out or not seen is in no share: those of teams add up to that of all', () => {
    const { met, teams, coverage, counts } = reportOf(records);
    expect(met).toEqual({ met: 2, applicable: 3 });
    expect(counts).toEqual({ error: 1, warning: 0, info: 0 });
    expect(teams).toMatchObject([{ name: 't', met: { met: 1, applicable: 2 }, repositories: ['a', 'b'] }]);
    expect(coverage).toEqual({
      discovered: 4,
      audited: 2,
      unchanged: 0,
      failed: [{ name: 'b', why: 'gone' }],
      excluded: { archived: 1 },
    });
  });

  test('the order in which repositories were done changes nothing', () => {
    expect(JSON.stringify(reportOf([...records].reverse()))).toBe(JSON.stringify(reportOf(records)));
  });
});

describe('what to do first', () => {
  const rules = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, stage: 'build', severity: 'warning' }) as const);

  test('the gravest first, then what most repositories would gain by; of a rule its gravest findings, hints never', () => {
    const { actions } = reportOf(
      [
        recordOfTest('1', { findings: [finding('a'), finding('b'), finding('c', 'error'), finding('c', 'warning')] }),
        recordOfTest('2', { findings: [finding('b'), finding('d', 'info')] }),
      ],
      { header: { rules } },
    );
    expect(actions.map(({ rule, severity, findings }) => [rule, severity, findings])).toEqual([
      ['c', 'error', 1],
      ['b', 'warning', 2],
      ['a', 'warning', 1],
    ]);
  });
});

describe('the trend', () => {
  const own = [recordOfTest('r', { team: 't' }), recordOfTest('s', { team: 'u', standing: { 'a/b': 'gaps' } })];
  const week = (asOf: string, over: Partial<RunHeader> = {}): WeekRecord =>
    weekOf(headerOfTest({ asOf, ...over }), own);
  const { teams: _, ...older } = week('2026-11-01');

  test.each<[string, Partial<RunHeader>, string | undefined]>([
    ['nothing else', {}, undefined],
    ['the code', { code: 'another' }, 'the rules changed'],
    ['the policy', { policy: 'another' }, 'the policy changed'],
    [
      'the version, and with it the code',
      { code: 'another', tool: { name: 'shipworthy', version: '2.0.0' } },
      'shipworthy 1.0.0 became 2.0.0',
    ],
  ])('where %s changed it is said, of all and of each team', (_what, over, said) => {
    const { trend, teams } = reportOf(own, { weeks: [week('2026-11-15')], header: over });
    for (const points of [trend, ...teams.map((team) => team.trend)])
      expect(points.map(({ asOf, changed }) => [asOf, changed])).toEqual([
        ['2026-11-15', undefined],
        ['2026-11-22', said],
      ]);
  });

  test('of a team has its own numbers', () => {
    const { teams } = reportOf(own, { weeks: [week('2026-11-15')] });
    expect(teams.map(({ name, trend }) => [name, ...trend.map(({ met }) => met)])).toEqual([
      ['t', { met: 1, applicable: 1 }, { met: 1, applicable: 1 }],
      ['u', { met: 0, applicable: 1 }, { met: 0, applicable: 1 }],
    ]);
  });

  test('weeks that kept nothing of teams are in the trend of all alone', () => {
    const { trend, teams } = reportOf(own, { weeks: [older, week('2026-11-15')] });
    expect(trend).toHaveLength(3);
    expect(teams.map((team) => team.trend.length)).toEqual([2, 2]);
  });

  test('what changed while a team had no numbers is told where it has some again', () => {
    const between = weekOf(headerOfTest({ asOf: '2026-11-15', code: 'another' }), []);
    const { teams } = reportOf(own, { weeks: [week('2026-11-08'), between], header: { code: 'another' } });
    expect(teams[0]?.trend.map(({ changed }) => changed)).toEqual([undefined, 'the rules changed']);
  });

  test('names of teams are only names', () => {
    const record = recordOfTest('r', { team: '__proto__' });
    expect(reportOf([record]).teams).toMatchObject([{ name: '__proto__', trend: [{ audited: 1 }] }]);
  });
});
