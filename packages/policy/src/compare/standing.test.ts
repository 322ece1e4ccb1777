import { describe, expect, test } from '@jest/globals';
import type { Gap, RuledOutcome, Severity } from '@shipworthy/model';
import { plainMeta } from '../test-data/plain-meta.ts';
import { compareGaps } from './standing.ts';

const id = 'demo/holds';
const same = (identity: string): string => identity;

/** One mistake, made at `start`; all of a file have one discriminator. */
const mistake = (start: number, severity: Severity): Gap => ({
  messageId: 'wrong',
  message: `wrong at ${start}`,
  at: { path: 'api.yaml', span: [start, start + 1] },
  severity,
  cause: `${severity} in api.yaml`,
  discriminator: 'required is no list',
  related: [],
});
const side = (...gaps: Gap[]) => ({
  outcomes: [
    { rule: id, subject: { type: 'contract', id: 'api', path: 'api.yaml' }, result: { outcome: 'gap', gaps } },
  ] satisfies RuledOutcome[],
  files: [],
});
const standings = (base: readonly Gap[], head: readonly Gap[]) =>
  compareGaps({
    base: side(...base),
    head: side(...head),
    renamed: same,
    rules: new Map([[id, { ...plainMeta, id }]]),
  }).groups.map(({ group, standing }) => [standing, group.map(({ gap }) => gap.message)]);

describe('gaps with one key', () => {
  const before = [mistake(1, 'warning'), mistake(2, 'info'), mistake(3, 'info')];

  test('are as they were where nothing changed, whatever order their findings are in', () => {
    const first = { ...mistake(0, 'warning'), discriminator: 'items are missing' };
    const gaps = [first, mistake(1, 'info'), mistake(2, 'info'), mistake(3, 'warning')];
    expect(standings(gaps, gaps)).toEqual([
      ['existing', ['wrong at 0', 'wrong at 3']],
      ['existing', ['wrong at 1', 'wrong at 2']],
    ]);
  });

  test('are worse where one of them weighs more than it did', () => {
    expect(standings(before, [mistake(1, 'warning'), mistake(2, 'warning'), mistake(3, 'info')])).toEqual([
      ['worsened', ['wrong at 2']],
      ['existing', ['wrong at 1']],
      ['existing', ['wrong at 3']],
    ]);
  });

  test('are worse where there is one more', () => {
    expect(standings(before, [...before, mistake(4, 'warning')])).toEqual([
      ['worsened', ['wrong at 4']],
      ['existing', ['wrong at 1']],
      ['existing', ['wrong at 2', 'wrong at 3']],
    ]);
  });
});

describe('a subject of one name in several files', () => {
  const alert = (path: string, holds = false): RuledOutcome => ({
    rule: id,
    subject: { type: 'alert', id: 'Down', path },
    result: holds
      ? { outcome: 'pass', evidence: [{ path }] }
      : {
          outcome: 'gap',
          gaps: [{ messageId: 'dead', message: path, at: { path }, cause: `links of ${path}`, related: [] }],
        },
  });
  const compared = (base: readonly RuledOutcome[], head: readonly RuledOutcome[]) => {
    const { groups, fixed } = compareGaps({
      base: { outcomes: base, files: [] },
      head: { outcomes: head, files: [] },
      renamed: same,
      rules: new Map([[id, { ...plainMeta, id }]]),
    });
    return {
      groups: groups.map(({ group, standing }) => [standing, group.map(({ gap }) => gap.message)]),
      fixed: fixed.map((group) => group.map(({ gap }) => gap.message)),
    };
  };

  test('is mended in one and broken in the other', () => {
    expect(compared([alert('a.yaml'), alert('b.yaml', true)], [alert('a.yaml', true), alert('b.yaml')])).toEqual({
      groups: [['introduced', ['b.yaml']]],
      fixed: [['a.yaml']],
    });
  });

  test('is as it was where it moves from one to another', () => {
    expect(compared([alert('a.yaml')], [alert('b.yaml')])).toEqual({
      groups: [['existing', ['b.yaml']]],
      fixed: [],
    });
  });
});

test('a cause that depends on how many gaps there are makes none of them new', () => {
  const alert = (id: string, cause: string): RuledOutcome => ({
    rule: 'demo/holds',
    subject: { type: 'alert', id, path: 'rules.yaml' },
    result: {
      outcome: 'gap',
      gaps: [{ messageId: 'none', message: id, at: { path: 'rules.yaml' }, cause, related: [] }],
    },
  });
  const { groups, fixed } = compareGaps({
    base: { outcomes: ['a', 'b', 'c'].map((id) => alert(id, 'all')), files: [] },
    head: { outcomes: ['b', 'c', 'd'].map((id) => alert(id, 'rules.yaml')), files: [] },
    renamed: same,
    rules: new Map([[id, { ...plainMeta, id }]]),
  });
  expect(groups.map(({ group, standing }) => [standing, group.map(({ gap }) => gap.message)])).toEqual([
    ['worsened', ['d']],
    ['existing', ['b', 'c']],
  ]);
  expect(fixed.map((group) => group.map(({ gap }) => gap.message))).toEqual([['a']]);
});
