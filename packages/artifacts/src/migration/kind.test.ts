import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { migrationKind } from './kind.ts';

const parse = await migrationKind.load();
const found = (path: string, text: string) => {
  const file = new RepositoryFile(path, 'authored', text);
  return migrationKind.sniff(file) ? parse(file).artifacts[0] : undefined;
};

const RAILS = 'class AddName < ActiveRecord::Migration[7.1]\n  def change\n  end\nend\n';
const ALEMBIC = "revision = 'a1'\ndown_revision = None\n\ndef upgrade():\n    pass\n";
const DJANGO = 'from django.db import migrations\n\nclass Migration(migrations.Migration):\n    operations = []\n';
const TABLE = 'CREATE TABLE users (id int);\n';
const UP_DOWN = 'exports.up = (knex) => knex.raw("x");\nexports.down = () => {};\n';

describe('what is a migration, of which tool and version', () => {
  test.each([
    ['db/migrate/20240101120000_add_name.rb', RAILS, 'rails', '20240101120000'],
    ['db/primary_migrate/1_add_name.rb', RAILS, 'rails', '1'],
    ['migrations/versions/0001_users.py', ALEMBIC, 'alembic', 'a1'],
    ['shop/cart/migrations/0002_name.py', DJANGO, 'django', '0002_name'],
    ['prisma/migrations/20240101120000_init/migration.sql', TABLE, 'prisma', '20240101120000_init'],
    ['src/main/resources/db/migration/V1_02_0__users.sql', TABLE, 'flyway', '1.2'],
    ['src/main/resources/db/migration/R__views.sql', 'CREATE VIEW a AS SELECT 1;', 'flyway', undefined],
    ['migrations/000012_users.up.sql', TABLE, 'golang-migrate', '12'],
    ['migrations/12_users.mysql.down.sql', '', 'golang-migrate', '12'],
    ['sql/00003_users.sql', `-- +goose Up\n${TABLE}-- +goose Down\nDROP TABLE users;\n`, 'goose', '3'],
    ['db/migrations/20240101_users.sql', `-- migrate:up\n${TABLE}-- migrate:down\n`, 'dbmate', '20240101'],
    ['sa/db/2_users.sql', `-- +migrate Up\n${TABLE}-- +migrate Down\n`, 'sql-migrate', '2_users.sql'],
    ['db/003_users.sql', `${TABLE}---- create above / drop below ----\nDROP TABLE users;\n`, 'tern', '3'],
    ['conf/evolutions/default/1.sql', `# --- !Ups\n${TABLE}# --- !Downs\nDROP TABLE users;\n`, 'play-evolutions', '1'],
    [
      'changelog/db.changelog-1.9.xml',
      '<databaseChangeLog><changeSet id="1"/></databaseChangeLog>',
      'liquibase',
      undefined,
    ],
    ['db/changelog/001.yaml', 'databaseChangeLog:\n  - changeSet:\n      id: 1\n', 'liquibase', undefined],
    ['migrations/2024-01-01-120000_users/up.sql', TABLE, 'diesel', '20240101120000'],
    [
      'store/mongo/migration_1_2_10.go',
      'package mongo\n\nfunc (m *migration_1_2_10) Up(from migrate.Version) (err error) {\n\treturn nil\n}\n',
      'other',
      '1_2_10',
    ],
    ['supabase/migrations/20240101120000_users.sql', TABLE, 'supabase', '20240101120000'],
    ['drizzle/0003_red_wolf.sql', TABLE, 'drizzle', '3'],
    ['schema/postgresql/v12/shop/versioned/v1.2/users.sql', TABLE, 'sql', '1.2'],
    ['schema/cassandra/shop/versioned/v1.0/schema.cql', TABLE, 'sql', '1.0'],
    ['util/Migrator/DbScripts/2024-01-31_00_Users.sql', TABLE, 'sql', '2024-01-31_00'],
    ['database/migration/remove-topic.sql', 'ALTER TABLE a DROP COLUMN b;', 'sql', undefined],
    ['db/migrations/20240101120000_a.js', UP_DOWN, 'knex', '20240101120000'],
    [
      'src/migrations/1700000000000-AddName.ts',
      'export class A implements MigrationInterface {}',
      'typeorm',
      '1700000000000',
    ],
    [
      'src/migrations/Migration20240101.ts',
      'import { Migration } from "@mikro-orm/migrations";\nexport class M extends Migration {}\n',
      'mikro-orm',
      '20240101',
    ],
    [
      'Data/Migrations/20240101120000_Init.cs',
      'class Init : Migration { void Up(MigrationBuilder b) {} }',
      'ef-core',
      '20240101120000',
    ],
    [
      'priv/repo/migrations/20240101120000_a.exs',
      'defmodule A do\n  use Ecto.Migration\nend\n',
      'ecto',
      '20240101120000',
    ],
    [
      'database/migrations/2024_01_01_000000_a.php',
      'use Illuminate\\Database\\Migrations\\Migration;',
      'laravel',
      '2024_01_01_000000',
    ],
    ['migration/src/m20240101_000001_a.rs', 'impl MigrationTrait for Migration {}', 'sea-orm', '20240101_000001'],
    ['shop/shop_migrations/events/0004_a.py', 'class Migration(ClickhouseNodeMigration):\n    pass\n', 'other', '0004'],
  ])('%s', (path, text, tool, version) => {
    const artifact = found(path, text);
    expect(artifact?.facts.tool).toBe(tool);
    expect(artifact?.facts.version).toBe(version);
  });
});

describe('what is none', () => {
  test.each([
    ['a query', 'src/queries/001_users.sql', 'SELECT 1;'],
    ['a dump', 'db/structure.sql', TABLE],
    ['the whole schema beside a series', 'migrations/schema.sql', TABLE],
    [
      'functions that a step loads',
      'database/migrations/functions/users/get_user.sql',
      'CREATE FUNCTION a() RETURNS int;',
    ],
    [
      'the other half that a tool generates',
      'Migrations/20240101_Init.Designer.cs',
      'partial class Init : Migration { MigrationBuilder b; }',
    ],
    [
      'a migration of configuration',
      'lib/config/migrations/custom/01-managers.ts',
      'export default class A extends AbstractMigration { up; down }',
    ],
    [
      'a model of dbt',
      'models/migration/users.sql',
      "with a as (\n  select * from {{ ref('raw_users') }}\n)\nselect * from a\n",
    ],
    ['a stub for tests', 'x/stub/migrations/1_a.up.sql', TABLE],
    ['a script beside a series', 'src/db/migrations/run2.js', 'module.exports = { a: 1 };'],
    ['a step in Python that is none', 'steps/0001_load.py', 'def upgrade():\n    pass\n'],
    ['an environment', 'migrations/env2.py', 'from alembic import context\n'],
    [
      'a log that only includes others',
      'db/changelog/master-1.xml',
      '<databaseChangeLog><include file="a.xml"/></databaseChangeLog>',
    ],
  ])('%s', (_name, path, text) => {
    expect(found(path, text)).toBeUndefined();
  });
});

test('the way back by its name', () => {
  expect(found('migration/src/m1_init/1_init_down.sql', 'DROP TABLE a;')?.facts).toMatchObject({
    holds: 'down',
    up: [],
  });
});

test('what the configuration declares needs no name', () => {
  const file = new RepositoryFile('sql/users.sql', 'authored', 'ALTER TABLE a DROP b;', ['migration']);
  expect(parse(file).artifacts[0]?.facts).toMatchObject({ tool: 'sql', series: 'sql', up: [{ deed: 'drop-column' }] });
});
