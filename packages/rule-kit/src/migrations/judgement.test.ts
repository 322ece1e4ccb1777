import { describe, expect, test } from '@jest/globals';
import type { MigrationFacts, MigrationOperation } from '@shipworthy/model';
import { judgeCompatibility, judgeLocks, judgePlan, judgeWayBack, stepsInWords } from './judgement.ts';

const step = (deed: MigrationOperation['deed'], more: Partial<MigrationOperation> = {}): MigrationOperation => ({
  deed,
  at: [3, 9],
  table: 'users',
  destroys: deed === 'drop-column',
  compatible: deed === 'rename-column' || deed === 'drop-column' ? 'no' : 'yes',
  onNewTable: false,
  ...more,
});
const migration = (up: readonly MigrationOperation[], more: Partial<MigrationFacts> = {}): MigrationFacts => ({
  tool: 'alembic',
  read: 'operations',
  series: 'db',
  head: [0, 2],
  holds: 'both',
  up,
  back: 'written',
  down: [],
  remarks: [],
  ...more,
});
const remark = (what: 'permits' | 'way-back' | 'plan') => ({
  remarks: [{ what, text: 'because', at: [0, 2] as const }],
});
const unread = migration([], { read: 'detected' });
const DROP = step('drop-column', { column: 'email' });
const RENAME = step('rename-column', { column: 'name' });
const INDEX = step('create-index', { locks: 'builds an index without CONCURRENTLY' });

describe('the way back of an added migration', () => {
  test.each<[string, MigrationFacts, string]>([
    ['written', migration([DROP]), 'pass'],
    ['derived', migration([DROP], { back: 'automatic' }), 'pass'],
    ['refused', migration([DROP], { back: 'refused' }), 'pass'],
    ['empty', migration([DROP], { back: 'empty' }), 'gap'],
    ['empty, with a word', migration([DROP], { back: 'empty', ...remark('way-back') }), 'pass'],
    ['empty, of rows alone', migration([step('update'), step('validate-constraint')], { back: 'empty' }), 'skip'],
    ['empty, of a column that may hold more', migration([step('allow-empty')], { back: 'empty' }), 'skip'],
    ['absent', migration([step('add-column')], { back: 'absent' }), 'gap'],
    ['a step that cannot be taken back', migration([step('run-code')], { back: 'absent', backAt: [1, 2] }), 'gap'],
    ['a tool without one, nothing lost', migration([step('create-table')], { back: 'by-design' }), 'skip'],
    ['a tool without one, something lost', migration([DROP], { back: 'by-design' }), 'gap'],
    ['a tool without one, lost by a plan', migration([DROP], { back: 'by-design', ...remark('plan') }), 'pass'],
    ['where it lies is not known', migration([DROP], { back: 'unread' }), 'unknown'],
    ['not read', unread, 'unknown'],
  ])('%s', (_name, facts, expected) => {
    expect(judgeWayBack(facts, {}).verdict).toBe(expected);
  });
  test('in the file beside it', () => {
    expect(judgeWayBack(migration([DROP], { back: 'absent' }), { partner: 'here' }).verdict).toBe('pass');
  });
});

describe('the plan of an added migration', () => {
  test.each<[string, MigrationFacts, string]>([
    ['none', migration([DROP]), 'gap'],
    ['a remark', migration([DROP], remark('plan')), 'pass'],
    ['a permission', migration([DROP], remark('permits')), 'pass'],
    ['what it drops it made', migration([step('drop-column', { destroys: false })]), 'skip'],
    ['dropped on the way back alone', migration([step('add-column')], { down: [DROP] }), 'skip'],
    ['not read', unread, 'unknown'],
  ])('%s', (_name, facts, expected) => {
    expect(judgePlan(facts).verdict).toBe(expected);
  });
});

describe('the release before an added migration', () => {
  test.each<[string, MigrationFacts, string]>([
    ['fails', migration([RENAME]), 'gap'],
    ['fails as planned', migration([RENAME], remark('plan')), 'pass'],
    ['a way back is no plan', migration([RENAME], remark('way-back')), 'gap'],
    ['what is dropped is asked elsewhere', migration([DROP]), 'pass'],
    ['it depends', migration([step('require-value', { compatible: 'unknown' })]), 'pass'],
    ['no table changes', migration([step('insert')]), 'skip'],
    ['not read', unread, 'unknown'],
  ])('%s', (_name, facts, expected) => {
    expect(judgeCompatibility(facts).verdict).toBe(expected);
  });
});

describe('writers during an added migration', () => {
  test.each<[string, MigrationFacts, 'postgresql' | 'mysql' | undefined, string]>([
    ['wait', migration([INDEX]), 'postgresql', 'gap'],
    ['wait with permission', migration([INDEX], remark('permits')), 'postgresql', 'pass'],
    ['another database', migration([INDEX]), 'mysql', 'skip'],
    ['which database is not known', migration([INDEX]), undefined, 'unknown'],
    ['go on', migration([step('add-column')]), 'postgresql', 'pass'],
    ['are none yet', migration([step('add-column', { onNewTable: true })]), 'postgresql', 'skip'],
    ['not read', unread, 'postgresql', 'unknown'],
  ])('%s', (_name, facts, dialect, expected) => {
    expect(judgeLocks(facts, dialect).verdict).toBe(expected);
  });
});

test.each([
  [[DROP], 'drops users.email'],
  [[DROP, RENAME, INDEX], 'drops users.email and 2 more'],
  [[], 'changes something'],
])('%j in words', (steps, expected) => {
  expect(stepsInWords(steps)).toBe(expected);
});
