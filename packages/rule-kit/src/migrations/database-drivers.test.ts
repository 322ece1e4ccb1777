import { describe, expect, test } from '@jest/globals';
import type { Artifact } from '@shipworthy/model';
import { databaseByDrivers, databaseOf, migrationLinter } from './database-drivers.ts';

const manifest = (path: string, ...dependencies: readonly string[]): Artifact<'dependency-manifest'> => ({
  kind: 'dependency-manifest',
  path,
  pathClass: 'authored',
  level: 'parsed',
  confidence: 1,
  why: [],
  id: path,
  facts: { ecosystem: 'npm', private: true, library: false, command: false, dependencies, people: [] },
});

describe('the database by its drivers', () => {
  test.each([
    ['one', [manifest('package.json', 'express', 'pg')], 'postgresql'],
    [
      'the nearest manifest that names one',
      [manifest('package.json', 'pg'), manifest('api/package.json', 'mysql2')],
      'mysql',
    ],
    ['a nearer one without', [manifest('package.json', 'pg'), manifest('api/package.json', 'express')], 'postgresql'],
    ['another folder', [manifest('web/package.json', 'pg')], undefined],
    ['two', [manifest('package.json', 'pg', 'mysql2')], undefined],
    ['a module of Go', [manifest('go.mod', 'github.com/jackc/pgx/v5')], 'postgresql'],
  ])('%s', (_name, manifests, expected) => {
    expect(databaseByDrivers(manifests, 'api/migrations/1.sql')).toBe(expected);
  });
});

describe('the database of a series', () => {
  const mysql = [manifest('Gemfile', 'rails', 'trilogy')];
  test.each([
    ['by what it shows', 'postgresql', [], 'postgresql'],
    ['by the drivers', undefined, mysql, 'mysql'],
    ['of one mind', 'mysql', mysql, 'mysql'],
    ['contradicted', 'postgresql', mysql, undefined],
    ['not said', undefined, [], undefined],
  ] as const)('%s', (_name, shown, manifests, expected) => {
    expect(databaseOf(shown, manifests, 'db/migrate/1.rb')).toBe(expected);
  });
});

test('a linter of migrations', () => {
  expect(migrationLinter([manifest('Gemfile', 'rails'), manifest('api/Gemfile', 'strong_migrations')])).toEqual({
    path: 'api/Gemfile',
    name: 'strong_migrations',
  });
  expect(migrationLinter([manifest('Gemfile', 'rails')])).toBeUndefined();
});
