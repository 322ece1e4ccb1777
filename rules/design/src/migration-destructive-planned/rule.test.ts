import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const HURTS =
  'and nothing in it says that nobody reads it any more. While a release rolls out, the program before it still does, and what is dropped is gone. Drop it one release after the last reader, and say so at the top: the issue, or since when it is unused.';
const rails = (...lines: readonly string[]) =>
  `class A < ActiveRecord::Migration[7.1]\n  def change\n${lines.map((line) => `    ${line}\n`).join('')}  end\nend\n`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a permission', files: { 'db/migrate/1_a.rb': rails('safety_assured { remove_column :a, :b, :string }') } },
    { name: 'a ticket', files: { 'migrations/1_a.up.sql': '-- SHOP-12\nDROP TABLE a;' } },
  ],
  gap: [
    {
      name: 'in the direction forward',
      files: { 'migrations/1_a.up.sql': 'TRUNCATE a; DROP TABLE b;' },
      findings: [`migrations/1_a.up.sql:1:1 info 1_a.up.sql empties a and 1 more, ${HURTS}`],
    },
    {
      name: 'a warning of the tool is no plan',
      files: {
        'prisma/migrations/1_a/migration.sql':
          '/*\n  Warnings:\n\n  - You are about to drop the column `b` on the `a` table. All the data in the column will be lost.\n\n*/\nALTER TABLE "a" DROP COLUMN "b";',
      },
      findings: [`prisma/migrations/1_a/migration.sql:7:1 info 1_a/migration.sql drops a.b, ${HURTS}`],
    },
  ],
  skip: [
    {
      name: 'dropped on the way back alone',
      files: {
        'versions/1a.py':
          'revision = "1a"\ndown_revision = None\n\n\ndef upgrade():\n    op.create_table("a")\n\n\ndef downgrade():\n    op.drop_table("a")\n',
      },
    },
    {
      name: "SQLite's way to alter a table",
      files: {
        'migrations/1_a.up.sql':
          'CREATE TABLE new_a (b int); INSERT INTO new_a SELECT b FROM a; DROP TABLE a; ALTER TABLE new_a RENAME TO a;',
      },
    },
    {
      name: 'history',
      files: { 'migrations/1_a.up.sql': 'DROP TABLE a;', 'migrations/2_b.up.sql': 'CREATE TABLE b (c int);' },
    },
  ],
  unknown: [
    {
      name: 'a tool that is only detected',
      files: { 'db/migrations/1_a.js': 'exports.up = (knex) => knex;\nexports.down = null;\n' },
    },
  ],
});
