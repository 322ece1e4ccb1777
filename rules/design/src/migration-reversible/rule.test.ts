import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const alembic = (up: string, down: string) =>
  `revision = "1a"\ndown_revision = None\n\n\ndef upgrade():\n    ${up}\n\n\ndef downgrade():\n    ${down}\n`;
const prisma = (sql: string) => ({ 'prisma/migrations/1_a/migration.sql': sql });

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'the tool derives it',
      files: {
        'db/migrate/1_a.rb':
          'class A < ActiveRecord::Migration[7.1]\n  def change\n    add_column :a, :b, :string\n  end\nend\n',
      },
    },
    {
      name: 'the file beside it',
      files: { 'migrations/1_a.up.sql': 'DROP TABLE a;', 'migrations/1_a.down.sql': 'CREATE TABLE a (b int);' },
    },
    {
      name: 'a table is dropped and made again',
      files: { 'versions/1a.py': alembic('op.drop_table("a")', 'op.create_table("a")') },
    },
    {
      name: 'a comment says how',
      files: prisma('-- rollback: restore from the archive table users_2024\nDROP TABLE users;\n'),
    },
    {
      name: 'an undo of Flyway',
      files: { 'db/migration/V1__a.sql': 'DROP TABLE a;', 'db/migration/U1__a.sql': 'CREATE TABLE a (b int);' },
    },
  ],
  gap: [
    {
      name: 'a pair without its half',
      files: { 'migrations/1_a.up.sql': 'ALTER TABLE a DROP b, DROP c;' },
      findings: [
        'migrations/1_a.up.sql:1:1 info 1_a.up.sql drops a.b and 1 more and brings no way back. If the release goes bad, a restore is all that is left. Write the way back, or an error in its place that says why there is none.',
      ],
    },
    {
      name: 'a step that Django refuses to take back',
      files: {
        'shop/migrations/0001_a.py':
          'from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.RunPython(forth),\n    ]\n',
      },
      findings: [
        'shop/migrations/0001_a.py:6:9 info 0001_a.py cannot be taken back: its tool refuses at this step, and with it at every migration after it. Give the step its reverse; one that does nothing is fine where nothing has to be undone.',
      ],
    },
    {
      name: 'dropped by a tool without a way back',
      files: prisma('DROP TABLE users;\n'),
      findings: [
        'prisma/migrations/1_a/migration.sql:1:1 info 1_a/migration.sql drops users, its tool knows no way back, and no comment says one. If the release goes bad, what is gone has to come from a backup. Say in a comment how to go back: `-- rollback: …`.',
      ],
    },
    {
      name: 'the newest alone is asked',
      files: {
        'migrations/1_a.up.sql': 'DROP TABLE a;',
        'migrations/2_b.up.sql': 'DROP TABLE b;',
      },
      findings: [
        'migrations/2_b.up.sql:1:1 info 2_b.up.sql drops b and brings no way back. If the release goes bad, a restore is all that is left. Write the way back, or an error in its place that says why there is none.',
      ],
    },
    {
      name: 'an empty part',
      files: { 'db/1_a.sql': '-- +goose Up\nDROP TABLE a;\n-- +goose Down\n' },
      findings: [
        'db/1_a.sql:3:15 info 1_a.sql drops a, and its way back is empty: going back does nothing and reports success. If the release goes bad, the program before it meets a schema it does not know. Write the way back, or raise an error there that says why there is none.',
      ],
    },
  ],
  skip: [
    {
      name: 'rows alone',
      files: { 'versions/1a.py': alembic('op.execute("ALTER TABLE a VALIDATE CONSTRAINT b")', 'pass') },
    },
    { name: 'nothing is lost', files: prisma('CREATE TABLE a (b int);') },
    { name: 'the way back alone', files: { 'migrations/1_a.down.sql': 'DROP TABLE a;' } },
    { name: 'no order', files: { 'database/migration/a.sql': 'DROP TABLE a;' } },
  ],
  unknown: [
    {
      name: 'a tool that is only detected',
      files: { 'src/migrations/1700000000000-A.ts': 'export class A1700000000000 implements MigrationInterface {}' },
    },
    { name: 'where the way back lies is not known', files: { 'migrations/1_a.sql': 'DROP TABLE a;' } },
  ],
});
