import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { migrationKind } from './kind.ts';

const parse = await migrationKind.load();
const fileOf = (path: string, text: string) => new RepositoryFile(path, 'authored', text);
const PATH = 'db/postgres/migrations/1_a.sql';

async function read(text: string, path = PATH) {
  const file = fileOf(path, text);
  await migrationKind.prepare?.(file);
  const { artifacts, problems } = parse(file);
  const [artifact] = artifacts;
  return { artifact, problems, up: artifact?.facts.up ?? [] };
}
const deeds = async (text: string, path?: string) =>
  (await read(text, path)).up.map(({ deed, table, column }) => [deed, table, column].filter(Boolean).join(' '));

test('before the parser is loaded the scan reads, and says so', () => {
  const { artifacts, problems } = parse(fileOf(PATH, 'DROP TABLE a;'));
  expect(artifacts[0]).toMatchObject({ level: 'tolerant', facts: { up: [{ deed: 'drop-table', table: 'a' }] } });
  expect(problems).toMatchObject([{ effect: 'unseen', what: expect.stringContaining('could not be loaded') }]);
});

describe('for which files it is loaded', () => {
  test.each([
    ['migrations/1_a.sql', 'CREATE TABLE a (b int);', false],
    ['migrations/1_a.sql', 'CREATE TABLE `a` (b int);', false],
    ['migrations/versions/0001_a.py', 'revision = "a"\ndown_revision = None\nx = "CREATE EXTENSION b"\n', false],
    [PATH, `INSERT INTO a VALUES ${"('b'),".repeat(60_000)}('c');`, false],
    [PATH, 'DROP TABLE a;', true],
    ['migrations/1_a.sql', 'CREATE TABLE a (b JSONB);', true],
  ])('%s: %#', (path, text, expected) => {
    // Asked of a fresh copy of the module, which has loaded nothing yet.
    expect(migrationKind.prepare?.(fileOf(path, text)) !== undefined).toBe(expected);
  });
});

describe('what the parser sees better than the scan', () => {
  test.each([
    ['SELECT b INTO c FROM a;', ['create-table c']],
    ['SELECT b FROM a WHERE c = setval(1);', ['run-code']],
    ["SELECT pg_catalog.set_config('search_path', '', false);", []],
    ['CREATE RULE r AS ON INSERT TO a DO ALSO (DELETE FROM b; DELETE FROM c);', ['other']],
  ])('%s', async (text, expected) => {
    expect(await deeds(text)).toEqual(expected);
  });
  test.each([
    ['ALTER TABLE a ADD b int CHECK (b IS NOT NULL);', 'yes'],
    ['ALTER TABLE a ADD b smallserial NOT NULL;', 'yes'],
    ['ALTER TABLE a ADD b int NOT NULL;', 'no'],
  ])('%s', async (text, compatible) => {
    expect((await read(text)).up[0]?.compatible).toBe(compatible);
  });
  test('rows that only a statement within is asked to choose', async () => {
    expect((await read('DELETE FROM a RETURNING (SELECT 1 WHERE true);')).up[0]?.destroys).toBe(true);
  });
});

describe('places', () => {
  test.each([
    ["-- caffè 😀\nUPDATE a SET b = '😀é';\n\n  DROP TABLE c;\n", ["UPDATE a SET b = '😀é'", 'DROP TABLE c']],
    [
      "/* é */\nALTER TABLE a ADD b text DEFAULT 'é, è', DROP c;",
      ["ALTER TABLE a ADD b text DEFAULT 'é, è'", 'DROP c'],
    ],
    ['\\set ON_ERROR_STOP on\n\\c shop\nDROP TABLE a', ['DROP TABLE a']],
    [
      'COPY a (b) FROM stdin;\n1\n\\N\nDROP TABLE x;\n\\.\n\nDROP TABLE c;\n',
      ['COPY a (b) FROM stdin', 'DROP TABLE c'],
    ],
    ['CREATE TABLE "A" (b int); DROP TABLE Mixed;', ['CREATE TABLE "A" (b int)', 'DROP TABLE Mixed']],
  ])('%j', async (text, expected) => {
    const { up, problems } = await read(text);
    expect(up.map(({ at }) => text.slice(at[0], at[1]))).toEqual(expected);
    expect(problems).toEqual([]);
  });
  test('names stay as they are written', async () => {
    expect(await deeds('ALTER TABLE Orders RENAME COLUMN TotalSum TO Sum;')).toEqual(['rename-column Orders TotalSum']);
  });
});

describe('what PostgreSQL refuses', () => {
  const BROKEN = 'DROP TABLE é;\nALTER TABLE a ADD UNIQUE (b) WHERE c;\nDROP TABLE b;\n';
  test('is said where it stands, and the rest is read', async () => {
    const { artifact, problems, up } = await read(BROKEN);
    expect(problems).toMatchObject([
      { effect: 'broken', what: 'PostgreSQL refuses it: syntax error at or near "WHERE"' },
    ]);
    expect(BROKEN.slice(...(problems[0]?.at ?? [0, 0]))).toBe('WHERE');
    expect(up.map(({ deed }) => deed)).toEqual(['drop-table', 'add-constraint', 'drop-table']);
    expect(artifact).toMatchObject({ level: 'tolerant', facts: { unseen: problems[0]?.what } });
  });
  test.each([
    ['the path names the database', PATH, 'DROP TABEL a;', 'broken'],
    ['a statement that no other has', 'migrations/1_a.sql', 'CREATE EXTENSION x;\nDROP TABEL a;', 'broken'],
    ['a type that others have too', 'migrations/1_a.sql', 'CREATE TABLE b (c JSONB);\nDROP TABEL a;', 'unseen'],
    ['a database that resembles it', PATH, 'CREATE TABLE a (b int) DISTRIBUTED BY (b);', 'unseen'],
    ['what its past took', PATH, 'CREATE TABLE a (b int) WITHOUT OIDS;\nCREATE TABEL b;', 'unseen'],
    ['a name that Flyway fills in', PATH, 'DROP TABLE $' + '{schema}.a;', 'unseen'],
    ['a name that psql fills in', PATH, 'DROP TABLE :schema.a;', 'unseen'],
    ['a command of psql behind a statement', PATH, 'DROP TABLE a;\nSELECT 1 AS b \\gset\n', 'unseen'],
    ['a name that a template fills in', PATH, 'DROP TABLE {{.Schema}}.a;', 'unseen'],
    [
      'an expression deeper than the parser goes',
      PATH,
      `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)};`,
      'unseen',
    ],
  ])('%s', async (_name, path, text, effect) => {
    expect((await read(text, path)).problems.map((problem) => problem.effect)).toEqual([effect]);
  });
  test('leaves the parser as it was', async () => {
    await read(`SELECT 1${' + 1'.repeat(60_000)};`);
    expect((await read('DROP TABLE a;')).problems).toEqual([]);
  });
});

test('what is too large for it is scanned', async () => {
  const { artifact, problems, up } = await read(`DROP TABLE a;\nINSERT INTO b VALUES ${"('c'),".repeat(60_000)}('d');`);
  expect(up.map(({ deed }) => deed)).toEqual(['drop-table', 'insert']);
  expect(artifact?.facts.unseen).toMatch(/larger/);
  expect(problems).toEqual([]);
});
