import { describe, expect, test } from '@jest/globals';
import type { MigrationFacts, SeriesStanding, SubjectMap } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { migrationSeries } from './relation.ts';

const facts = (
  tool: MigrationFacts['tool'],
  version: string | undefined,
  more: Partial<MigrationFacts> = {},
): MigrationFacts => ({
  tool,
  read: 'operations',
  series: 'db',
  head: [0, 0],
  ...(version === undefined ? {} : { version }),
  holds: 'both',
  up: [],
  back: 'written',
  down: [],
  remarks: [],
  ...more,
});
const parents = (...versions: readonly string[]) => ({
  parents: versions.map((version) => ({ version, at: [0, 0] as const })),
});

/** What the relation says of each file, in path order. */
function standings(
  files: Readonly<Record<string, MigrationFacts>>,
  others: readonly string[] = [],
): Record<string, SeriesStanding> {
  const artifacts = Object.entries(files).map(([path, one]) => artifact('migration', path, one));
  const ask = migrationSeries.build(contextOf(artifacts, others));
  const subject = (one: (typeof artifacts)[number]): SubjectMap['migration'] => ({
    artifact: one,
    facts: one.facts,
    path: one.path,
    pathClass: 'authored',
    level: 'parsed',
    subjectId: one.path,
    at: () => ({ path: one.path }),
  });
  return Object.fromEntries(artifacts.map((one) => [one.path, ask(subject(one))]));
}
const latest = (files: Readonly<Record<string, MigrationFacts>>) =>
  Object.entries(standings(files)).flatMap(([path, one]) => (one.latest ? path : []));

describe('the newest of a series', () => {
  test.each([
    [
      'numbers are compared as numbers',
      { 'db/9.sql': facts('goose', '9'), 'db/10.sql': facts('goose', '10') },
      ['db/10.sql'],
    ],
    [
      'each folder for itself',
      { 'a/1.sql': facts('goose', '1', { series: 'a' }), 'b/2.sql': facts('goose', '2', { series: 'b' }) },
      ['a/1.sql', 'b/2.sql'],
    ],
    ['a file without a version', { 'db/1.sql': facts('sql', '1'), 'db/a.sql': facts('sql', undefined) }, []],
    [
      'views that are made again do not count',
      { 'db/V1.sql': facts('flyway', '1'), 'db/R.sql': facts('flyway', undefined) },
      ['db/V1.sql'],
    ],
    [
      'the end of a chain, whatever the names',
      { 'db/a.py': facts('alembic', 'z', parents()), 'db/b.py': facts('alembic', 'a', parents('z')) },
      ['db/b.py'],
    ],
  ])('%s', (_name, files, expected) => {
    expect(latest(files as Record<string, MigrationFacts>)).toEqual(expected);
  });
});

test('files that a program beside them loads claim no versions', () => {
  const files = {
    'db/20250927-01-a-01.up.sql': facts('golang-migrate', '20250927', { holds: 'up' }),
    'db/20250927-01-a-02.up.sql': facts('golang-migrate', '20250927', { holds: 'up' }),
    'db/20250928-b.up.sql': facts('golang-migrate', '20250928', { holds: 'up' }),
    'db/20250928-c.up.sql': facts('golang-migrate', '20250928', { holds: 'up' }),
  };
  const shared = (others: readonly string[]) =>
    Object.values(standings(files, others)).map(({ sharing }) => sharing.length);
  expect(shared(['db/20250927-01-a.js', 'db/20250928.md'])).toEqual([0, 0, 1, 1]);
  expect(shared([])).toEqual([1, 1, 1, 1]);
});

describe('the other half', () => {
  const up = facts('golang-migrate', '1', { holds: 'up', partner: 'db/1.down.sql' });
  test('is there', () => {
    expect(standings({ 'db/1.up.sql': up }, ['db/1.down.sql'])['db/1.up.sql']?.partner).toBe('here');
  });
  test('has a name of its own', () => {
    const down = facts('golang-migrate', '1', { holds: 'down' });
    expect(standings({ 'db/1.mysql.up.sql': up, 'db/1.any.down.sql': down })['db/1.mysql.up.sql']?.partner).toBe(
      'here',
    );
  });
  test('is missing', () => {
    expect(standings({ 'db/1.up.sql': up })['db/1.up.sql']?.partner).toBe('missing');
  });
});

describe('the database', () => {
  test.each([
    ['what the file shows', 'mysql', 'mysql'],
    ['else what most of the others show', undefined, 'postgresql'],
  ] as const)('%s', (_name, own, expected) => {
    const files = {
      'db/1.sql': facts('goose', '1', { dialect: 'postgresql' }),
      'db/2.sql': facts('goose', '2', { dialect: 'postgresql' }),
      'db/3.sql': facts('goose', '3', { dialect: 'sqlite' }),
      'db/4.sql': facts('goose', '4', own ? { dialect: own } : {}),
    };
    expect(standings(files)['db/4.sql']?.dialect).toBe(expected);
  });
  test('is not known with a tie', () => {
    const files = {
      'db/1.sql': facts('goose', '1', { dialect: 'postgresql' }),
      'db/2.sql': facts('goose', '2', { dialect: 'sqlite' }),
      'db/3.sql': facts('goose', '3'),
    };
    expect(standings(files)['db/3.sql']?.dialect).toBeUndefined();
  });
});

describe('a migration of Django without a number', () => {
  const folder = 'shop/migrations';
  const django = (version: string, ...follows: readonly string[]) =>
    facts('django', version, { series: folder, ...parents(...follows) });
  const files = {
    [`${folder}/0001_a.py`]: django('0001_a'),
    [`${folder}/0002_b.py`]: django('0002_b', 'shop.0001_a'),
    [`${folder}/0003_c.py`]: django('0003_c', 'shop.fix_empty', 'shop.0001_a'),
  };
  test('may be what follows an end', () => {
    const found = standings(files, [`${folder}/fix_empty.py`])[`${folder}/0002_b.py`];
    expect(found?.unknown).toBe('one of the series follows a file here whose own place was not read');
  });
  test('that is nowhere leaves the ends sure', () => {
    const found = standings(files)[`${folder}/0002_b.py`];
    expect(found?.unknown).toBeUndefined();
    expect(found?.ends).toHaveLength(1);
  });
});

describe('what Django calls an app', () => {
  const django = (version: string, ...follows: readonly string[]) =>
    facts('django', version, { series: 'src/legacy/migrations', ...parents(...follows) });
  test('is told by how its migrations name each other, if not by the folder', () => {
    const found = standings({
      'src/legacy/migrations/0001_a.py': django('0001_a', 'auth.0001_a'),
      'src/legacy/migrations/0002_b.py': django('0002_b', 'old_shop.0001_a', 'auth.0009_z'),
      'src/legacy/migrations/0003_c.py': django('0003_c', 'old_shop.0002_b', 'old_shop.0000_gone'),
    });
    expect(found['src/legacy/migrations/0003_c.py']?.missing.map(({ version }) => version)).toEqual(['0000_gone']);
    expect(Object.values(found).map((one) => one.latest)).toEqual([false, false, true]);
  });
});

test('revisions that compute what they follow are unknown', () => {
  expect(standings({ 'db/a.py': facts('alembic', 'a') })['db/a.py']?.unknown).toBe('what it follows is computed');
});
