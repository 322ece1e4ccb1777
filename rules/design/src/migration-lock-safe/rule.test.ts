import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const HURTS =
  'On PostgreSQL everyone who writes to the table waits until it is done; with ten million rows that is an outage.';
const DRIVER = { 'package.json': '{"name":"a","dependencies":{"pg":"8"}}' };
const rails = (...lines: readonly string[]) =>
  `class A < ActiveRecord::Migration[7.1]\n  disable_ddl_transaction!\n\n  def change\n${lines.map((line) => `    ${line}\n`).join('')}  end\nend\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a linter of migrations judges it',
      files: { Gemfile: 'gem "pg"\ngem "strong_migrations"\n', 'db/migrate/1_a.rb': rails('add_index :a, :b') },
    },
    {
      name: 'a permission',
      files: { 'migrations/1_a.up.sql': '-- squawk-ignore\nCREATE INDEX i ON a USING btree (b);' },
    },
    {
      name: 'built beside the writers',
      files: { 'db/migrate/1_a.rb': rails('add_index :a, :b, algorithm: :concurrently') },
    },
  ],
  gap: [
    {
      name: 'the driver says which database',
      files: {
        ...DRIVER,
        'migrations/1_a.up.sql':
          'ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES c (d); CREATE INDEX i ON a (b);',
      },
      findings: [
        `migrations/1_a.up.sql:1:1 info 1_a.up.sql constrains a and adds a foreign key without NOT VALID (1 more like it). ${HURTS} Add it NOT VALID, and validate it in a second migration.`,
      ],
    },
    {
      name: 'CONCURRENTLY in a transaction',
      files: { 'migrations/1_a.up.sql': 'BEGIN; CREATE INDEX CONCURRENTLY i ON a (b); COMMIT;' },
      findings: [
        `migrations/1_a.up.sql:1:8 info 1_a.up.sql indexes a and builds an index CONCURRENTLY inside a transaction, which PostgreSQL refuses. ${HURTS} Build it with CONCURRENTLY, outside a transaction.`,
      ],
    },
  ],
  skip: [
    { name: 'another database', files: { 'migrations/1_a.up.sql': 'CREATE INDEX i ON `a` (`b`);' } },
    { name: 'a new table', files: { 'migrations/1_a.up.sql': 'CREATE TABLE a (b jsonb); CREATE INDEX i ON a (b);' } },
    {
      name: 'history',
      files: {
        ...DRIVER,
        'migrations/1_a.up.sql': 'CREATE INDEX i ON a (b);',
        'migrations/2_b.up.sql': 'CREATE TABLE b (c int);',
      },
    },
  ],
  unknown: [
    { name: 'which database it is for', files: { 'migrations/1_a.up.sql': 'CREATE INDEX i ON a (b);' } },
    {
      name: 'a tool that is only detected',
      files: { ...DRIVER, 'db/migrations/1_a.js': 'exports.up = (knex) => knex;\nexports.down = null;\n' },
    },
  ],
});
