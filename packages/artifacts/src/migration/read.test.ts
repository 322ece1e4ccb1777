import { describe, expect, test } from '@jest/globals';
import type { MigrationFacts } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { migrationKind } from './kind.ts';

const parse = await migrationKind.load();
const read = (path: string, text: string): MigrationFacts | undefined =>
  parse(new RepositoryFile(path, 'authored', text)).artifacts[0]?.facts;

/** `deed table.column`, with `!` when it destroys, `-` when the release before fails, `~` when it holds writers up. */
const short = (operations: MigrationFacts['up'] | undefined) =>
  (operations ?? []).map(
    ({ deed, table, column, destroys, compatible, locks }) =>
      `${deed} ${table ?? '?'}${column === undefined ? '' : `.${column}`}${destroys ? '!' : ''}${compatible === 'no' ? '-' : ''}${locks === undefined ? '' : '~'}`,
  );

const sql = (text: string) => short(read('migrations/1_a.up.sql', text)?.up);

describe('what SQL does', () => {
  test.each([
    ['CREATE TABLE IF NOT EXISTS public."Users" (id int)', ['create-table Users']],
    ['DROP TABLE IF EXISTS a, b CASCADE', ['drop-table a!-', 'drop-table b!-']],
    ['ALTER TABLE a ADD COLUMN b int', ['add-column a.b']],
    ['ALTER TABLE a ADD b int NOT NULL', ['add-column a.b-']],
    [
      "ALTER TABLE a ADD b int NOT NULL DEFAULT 0, ADD COLUMN c text DEFAULT 'x,y'",
      ['add-column a.b', 'add-column a.c'],
    ],
    ['ALTER TABLE ONLY a DROP COLUMN IF EXISTS b, DROP c', ['drop-column a.b!-', 'drop-column a.c!-']],
    ['ALTER TABLE a DROP CONSTRAINT b', ['drop-constraint a']],
    ['ALTER TABLE a RENAME TO b', ['rename-table a-']],
    ['ALTER TABLE a RENAME COLUMN b TO c', ['rename-column a.b-']],
    ['ALTER TABLE a ALTER COLUMN b SET NOT NULL', ['require-value a.b~']],
    ['ALTER TABLE a ADD b int; ALTER TABLE a ALTER COLUMN b SET NOT NULL', ['add-column a.b', 'require-value a.b-~']],
    [
      'ALTER TABLE a ADD b int DEFAULT 0; ALTER TABLE a ALTER COLUMN b SET NOT NULL',
      ['add-column a.b', 'require-value a.b~'],
    ],
    ['ALTER TABLE a ALTER b DROP NOT NULL', ['allow-empty a.b']],
    ['ALTER TABLE a ALTER COLUMN b TYPE bigint', ['change-type a.b~']],
    ['ALTER TABLE a ALTER COLUMN b TYPE varchar(20)', ['change-type a.b']],
    ["ALTER TABLE a MODIFY COLUMN b ENUM('x','y') NOT NULL", ['change-type a.b']],
    ['ALTER TABLE a CHANGE b b int, CHANGE c d int', ['change-type a.b', 'rename-column a.c-']],
    ['ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES c (d)', ['add-constraint a~']],
    ['ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES c (d) NOT VALID', ['add-constraint a']],
    ['ALTER TABLE a ADD CONSTRAINT k UNIQUE USING INDEX i', ['add-constraint a']],
    ['ALTER TABLE a ADD CONSTRAINT k CHECK (b > 0)', ['add-constraint a~']],
    [
      'ALTER TABLE a ADD INDEX i (b), ADD KEY (c), ADD key varchar(9)',
      ['create-index a~', 'create-index a~', 'add-column a.key'],
    ],
    ['ALTER TABLE a VALIDATE CONSTRAINT k', ['validate-constraint a']],
    ['CREATE UNIQUE INDEX i ON a (b)', ['create-index a~']],
    ['CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON a (b)', ['create-index a']],
    [
      'CREATE TABLE a (b int); CREATE INDEX ON a (b); DROP TABLE a',
      ['create-table a', 'create-index a', 'drop-table a'],
    ],
    ['DROP INDEX CONCURRENTLY i', ['drop-index ?']],
    ["ALTER TYPE t ADD VALUE 'x'", ['add-enum-value ?']],
    ['DELETE FROM a', ['delete a!']],
    ['DELETE FROM a WHERE b', ['delete a']],
    ['TRUNCATE TABLE a', ['truncate a!']],
    ['UPDATE a SET b = 1; INSERT INTO c VALUES (1)', ['update a', 'insert c']],
    ['RENAME TABLE a TO b', ['rename-table a-']],
    [
      'CREATE TABLE new_a (b int); INSERT INTO new_a SELECT b FROM a; DROP TABLE a; ALTER TABLE new_a RENAME TO a',
      ['create-table new_a', 'insert new_a', 'drop-table a', 'rename-table new_a'],
    ],
    [
      'ALTER TABLE a RENAME TO _a; CREATE TABLE a (b int); INSERT INTO a SELECT b FROM _a; DROP TABLE _a',
      ['rename-table a', 'create-table a', 'insert a', 'drop-table _a'],
    ],
    ['ALTER TABLE a RENAME TO o; ALTER TABLE n RENAME TO a', ['rename-table a', 'rename-table n-']],
    ['ALTER TABLE a DROP b; ALTER TABLE a RENAME c TO b', ['drop-column a.b', 'rename-column a.c']],
    [
      'ALTER TABLE a VALIDATE CONSTRAINT k; ALTER TABLE a ALTER b SET NOT NULL',
      ['validate-constraint a', 'require-value a.b'],
    ],
    ['WITH x AS (SELECT 1), y (z) AS (SELECT 2) DELETE FROM a USING x', ['delete a']],
    ['CREATE TEMP TABLE a (b int); DROP TABLE a', ['create-table a', 'drop-table a']],
    ['DROP TABLE #ids', ['other ?']],
    ["SET lock_timeout = '2s'; BEGIN; COMMIT", ['set-timeout ?']],
    ['DO $$ BEGIN DROP TABLE a; END $$', ['run-code ?']],
    ["COMMENT ON TABLE a IS 'drop table b'; -- DROP TABLE c\n", []],
    ['ALTER TABLE [dbo].[A] ADD [B] int NULL, [C] bit NOT NULL', ['add-column A.B', 'add-column A.C-']],
  ])('%s', (text, expected) => {
    expect(sql(text)).toEqual(expected);
  });
});

describe('both directions of SQL', () => {
  test('in one file', () => {
    const facts = read('a/1_a.sql', '-- +goose Up\nALTER TABLE a ADD b int;\n-- +goose Down\nALTER TABLE a DROP b;\n');
    expect([short(facts?.up), facts?.back, short(facts?.down)]).toEqual([
      ['add-column a.b'],
      'written',
      ['drop-column a.b!-'],
    ]);
  });
  test.each([
    ['an empty part', '-- +goose Up\nDROP TABLE a;\n-- +goose Down\n-- nothing\n', 'empty'],
    ['no part', '-- +goose Up\nDROP TABLE a;\n', 'absent'],
  ])('%s', (_name, text, back) => {
    expect(read('a/1_a.sql', text)?.back).toBe(back);
  });
  test('an index CONCURRENTLY needs goose to open no transaction', () => {
    const text = '-- +goose Up\nCREATE INDEX CONCURRENTLY i ON a (b);\n';
    expect(read('a/1_a.sql', text)?.up[0]?.locks).toMatch(/inside a transaction/);
    expect(read('a/1_a.sql', `-- +goose NO TRANSACTION\n${text}`)?.up[0]?.locks).toBeUndefined();
  });
  test('a file with the way back alone', () => {
    const facts = read('migrations/1_a.down.sql', 'DROP TABLE a;');
    expect([facts?.holds, facts?.back, short(facts?.up), short(facts?.down), facts?.partner]).toEqual([
      'down',
      'written',
      [],
      ['drop-table a!-'],
      'migrations/1_a.up.sql',
    ]);
  });
});

const alembic = (up: string, down = 'pass', head = '') =>
  read(
    'migrations/versions/1_a.py',
    `"""Drop it\n\nRevision ID: a2\nRevises: a1\n"""\nrevision: str = "a2"\ndown_revision = "a1"\n${head}\ndef upgrade() -> None:\n    ${up}\n\n\ndef downgrade():\n    ${down}\n`,
  );

describe('what Alembic does', () => {
  test.each([
    ['op.create_table("a", sa.Column("b", sa.Integer(), nullable=False))', ['create-table a']],
    ['op.add_column("a", sa.Column("b", sa.Integer(), nullable=False))', ['add-column a.b-']],
    ['op.add_column("a", sa.Column("b", sa.Integer(), nullable=False, server_default="0"))', ['add-column a.b']],
    ["op.drop_column('a', 'b')", ['drop-column a.b!-']],
    ['op.alter_column("a", "b", new_column_name="c")', ['rename-column a.b-']],
    ['op.alter_column("a", "b", existing_type=sa.String(), nullable=False)', ['require-value a.b~']],
    [
      'op.alter_column("a", "b", existing_type=sa.VARCHAR(length=255), type_=sa.String(length=20))',
      ['change-type a.b!-'],
    ],
    ['op.alter_column("a", "b", existing_type=sa.String(20), type_=sa.String(255))', ['change-type a.b']],
    ['op.alter_column("a", "b", existing_type=sa.Integer(), type_=sa.BigInteger())', ['change-type a.b~']],
    ['op.create_index(op.f("i"), "a", ["b"], unique=False)', ['create-index a~']],
    ['op.create_foreign_key(None, "a", "b", ["c"], ["d"])', ['add-constraint a~']],
    ['op.execute("UPDATE a SET " "b = 1")', ['update a']],
    ['op.execute(SQL)', ['delete a!'], 'SQL = """\nDELETE FROM a\n"""\n'],
    ['with op.batch_alter_table("a") as batch_op:\n        batch_op.drop_column("b")', ['drop-column a.b!-']],
    ['op.rename_table("a", "b")', ['rename-table a-']],
    ['# op.drop_table("a")\n    pass', []],
  ])('%s', (up, expected, head = '') => {
    expect(short(alembic(up, 'pass', head)?.up)).toEqual(expected);
  });
  test.each([
    ['pass', 'empty'],
    ['"""Nothing."""\n    # nothing\n    return', 'empty'],
    ['raise RuntimeError("no way back")', 'refused'],
    ['op.drop_table("a")', 'written'],
  ])('downgrade: %s', (down, back) => {
    expect(alembic('op.drop_table("a")', down)?.back).toBe(back);
  });
  test('its place in the chain', () => {
    const text =
      '"""x"""\nrevision = "c"\ndown_revision = ("a", "b")\nbranch_labels = ("x",)\ndef upgrade():\n    pass\n';
    const facts = read('versions/c1.py', text);
    expect([facts?.version, facts?.parents?.map(({ version }) => version), facts?.branches, facts?.back]).toEqual([
      'c',
      ['a', 'b'],
      ['x'],
      'absent',
    ]);
  });
});

const django = (operations: string) =>
  read(
    'shop/migrations/0002_a.py',
    `from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0001_initial")]\n\n    operations = [${operations}]\n`,
  );

describe('what Django does', () => {
  test.each([
    ['migrations.CreateModel(name="A", fields=[("id", models.AutoField())])', ['create-table A']],
    ['migrations.AddField(model_name="a", name="b", field=models.IntegerField(default=0))', ['add-column a.b-']],
    ['migrations.AddField("a", "b", models.IntegerField(null=True))', ['add-column a.b']],
    ['migrations.AddField("a", "b", models.IntegerField(db_default=1))', ['add-column a.b']],
    ['migrations.AddField("a", "b", models.ManyToManyField(to="c"))', ['add-column a.b']],
    ['migrations.AddField("a", "b", models.NullBooleanField(default=None))', ['add-column a.b']],
    ['migrations.RemoveField(model_name="a", name="b")', ['drop-column a.b!-']],
    ['migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("a", "b")])', []],
    ['migrations.RenameField("a", "b", "c")', ['rename-column a.b-']],
    ['migrations.RunSQL("DROP TABLE a", reverse_sql="")', ['drop-table a!-']],
    ['migrations.AlterModelOptions(name="a", options={})', []],
  ])('%s', (operations, expected) => {
    expect(short(django(operations)?.up)).toEqual(expected);
  });
  test.each([
    ['migrations.RunPython(forth)', 'absent'],
    ['migrations.RunPython(forth, migrations.RunPython.noop)', 'automatic'],
    ['migrations.RunPython(forth, reverse_code=back)', 'automatic'],
    ['migrations.RunSQL("SELECT 1")', 'absent'],
    ['migrations.RemoveField("a", "b")', 'automatic'],
  ])('%s: %s', (operations, back) => {
    expect(django(operations)?.back).toBe(back);
  });
  test('what it follows', () => {
    expect(django('')?.parents?.map(({ version }) => version)).toEqual(['shop.0001_initial']);
  });
  test('lists that are held in variables', () => {
    const text =
      'from django.db import migrations\n\nbase = [("shop", "0001_initial")]\nbase.append(("kpi", "0002_b"))\n\n\nclass Migration(migrations.Migration):\n    dependencies = base\n    operations = []\n';
    expect(read('shop/migrations/0002_a.py', text)?.parents?.map(({ version }) => version)).toEqual([
      'shop.0001_initial',
    ]);
  });
});

const rails = (...body: readonly string[]) =>
  read(
    'db/migrate/1_a.rb',
    `class A < ActiveRecord::Migration[7.1]\n${body.map((line) => `  ${line}\n`).join('')}end\n`,
  );
const change = (...lines: readonly string[]) => rails('def change', ...lines.map((line) => `  ${line}`), 'end');

describe('what Rails does', () => {
  test.each([
    [['create_table :a do |t|', '  t.string :b, null: false', '  t.index [:b]', 'end'], ['create-table a']],
    [['add_column :a, :b, :string'], ['add-column a.b']],
    [['add_column(:a, :b, :string, null: false)'], ['add-column a.b-']],
    [['add_column :a, :b, :boolean,', '           null: false, default: false'], ['add-column a.b']],
    [['safety_assured { remove_column :a, :b, :string }'], ['drop-column a.b!-']],
    [['safety_assured do', '  rename_column :a, :b, :c', 'end'], ['rename-column a.b-']],
    [['add_index :a, :b'], ['create-index a~']],
    [['add_index :a, :b, algorithm: :concurrently'], ['create-index a~']],
    [['add_foreign_key :a, :b, validate: false'], ['add-constraint a']],
    [['add_reference :a, :b, index: false, foreign_key: true'], ['add-column a.b', 'add-constraint a~']],
    [['change_column_null :a, :b, false'], ['require-value a.b~']],
    [
      ['change_table :a do |t|', '  t.rename :b, :c', '  t.remove :d', '  t.string :e', 'end'],
      ['rename-column a.b-', 'drop-column a.d!-', 'add-column a.e'],
    ],
    [['execute <<~SQL', '  DELETE FROM a', 'SQL'], ['delete a!']],
    [
      [
        'reversible do |dir|',
        '  dir.up { execute "DROP TABLE a" }',
        '  dir.down do',
        '    create_table :a',
        '  end',
        'end',
      ],
      ['drop-table a!-'],
    ],
    [['drop_table :a do |t|', '  t.index :b', 'end'], ['drop-table a!-']],
    [['# drop_table :a'], []],
    [['User.update_all(a: 1)'], ['run-code ?']],
  ])('%j', (lines, expected) => {
    expect(short(change(...lines)?.up)).toEqual(expected);
  });
  test.each([
    ['change that Rails can reverse', change('add_column :a, :b, :string'), 'automatic'],
    ['change with SQL', change('execute "DROP TABLE a"'), 'absent'],
    ['a column whose type is not said', change('remove_column :a, :b'), 'absent'],
    [
      'both ways in change',
      change('reversible do |dir|', '  dir.up { execute "SELECT 1" }', '  dir.down {}', 'end'),
      'automatic',
    ],
    ['up without down', rails('def up', '  drop_table :a', 'end'), 'absent'],
    ['up and down', rails('def up', '  drop_table :a', 'end', 'def down', '  create_table :a', 'end'), 'written'],
    ['an empty down', rails('def up', '  drop_table :a', 'end', 'def down; end'), 'empty'],
    [
      'a refusal',
      rails('def up', '  drop_table :a', 'end', 'def down', '  raise ActiveRecord::IrreversibleMigration', 'end'),
      'refused',
    ],
  ])('%s', (_name, facts, back) => {
    expect(facts?.back).toBe(back);
  });
});

describe('remarks', () => {
  test.each([
    ['-- squawk-ignore ban-drop-column\nALTER TABLE a DROP b;', ['permits']],
    ['-- Rollback: restore a from last night with make restore\nALTER TABLE a DROP b;', ['way-back']],
    ['-- contract phase of #1234: nothing reads b\nALTER TABLE a DROP b;', ['plan']],
    ["-- nothing to do here, we don't downgrade\nALTER TABLE a DROP b;", ['way-back']],
    ['-- see docs/plan/split.md\nALTER TABLE a DROP b;', ['plan']],
    ['-- decided in SHOP-12\nALTER TABLE a DROP b;', ['plan']],
    [
      '/*\n  Warnings:\n  - You are about to drop the column `b`. All the data will be lost.\n*/\nALTER TABLE a DROP b;',
      [],
    ],
    ['-- encoded as UTF-8, see https://www.postgresql.org/docs/16/\nALTER TABLE a DROP b;', []],
  ])('%s', (text, expected) => {
    expect(read('migrations/1_a.up.sql', text)?.remarks.map(({ what }) => what)).toEqual(expected);
  });
});

describe('the database', () => {
  test.each([
    ['migrations/1_a.mysql.up.sql', 'SELECT 1', 'mysql'],
    ['migrations/1_a.up.sql', 'CREATE TABLE a (b JSONB)', 'postgresql'],
    ['migrations/1_a.up.sql', '-- the column `b`\nALTER TABLE "a" ALTER COLUMN "b" TYPE text', 'postgresql'],
    ['migrations/1_a.up.sql', 'CREATE TABLE `a` (b int)', 'mysql'],
    ['migrations/1_a.up.sql', 'CREATE TABLE a (b int)', undefined],
    ['schema/cassandra/versioned/v1/a.cql', 'ALTER TABLE a ADD b text', 'cassandra'],
  ])('%s: %s', (path, text, dialect) => {
    expect(read(path, text)?.dialect).toBe(dialect);
  });
});
