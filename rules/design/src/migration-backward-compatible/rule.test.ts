import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const HURTS =
  'in one step. Until the rollout ends, and again after going back, the release before runs on the new schema and fails.';
const django = (operation: string) =>
  `from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        ${operation},\n    ]\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a column with a default',
      files: { 'migrations/1_a.up.sql': "ALTER TABLE a ADD b text NOT NULL DEFAULT '';" },
    },
    {
      name: 'a new table',
      files: { 'migrations/1_a.up.sql': 'CREATE TABLE a (b int); ALTER TABLE a ADD c int NOT NULL;' },
    },
    {
      name: 'a default of the database',
      files: {
        'shop/migrations/0001_a.py': django('migrations.AddField("a", "b", models.IntegerField(db_default=0))'),
      },
    },
    { name: 'a plan', files: { 'migrations/1_a.up.sql': '-- expand phase of #123\nALTER TABLE a RENAME b TO c;' } },
    {
      name: 'NOT NULL on a column that is there',
      files: { 'migrations/1_a.up.sql': 'ALTER TABLE a ALTER COLUMN b SET NOT NULL;' },
    },
  ],
  gap: [
    {
      name: 'a default that Django takes away',
      files: { 'shop/migrations/0001_a.py': django('migrations.AddField("a", "b", models.IntegerField(default=0))') },
      findings: [
        `shop/migrations/0001_a.py:6:9 info 0001_a.py adds a.b ${HURTS} It needs a value and brings none: give it a default in the database, or allow NULL until every writer fills it.`,
      ],
    },
    {
      name: 'a column that is required two statements later',
      files: {
        'migrations/1_a.up.sql': 'ALTER TABLE a ADD b int; UPDATE a SET b = 1; ALTER TABLE a ALTER b SET NOT NULL;',
      },
      findings: [
        `migrations/1_a.up.sql:1:46 info 1_a.up.sql requires a value in a.b ${HURTS} Give it a default in the database, or allow NULL until every writer fills it.`,
      ],
    },
  ],
  skip: [
    { name: 'rows alone', files: { 'migrations/1_a.up.sql': 'UPDATE a SET b = 1;' } },
    {
      name: 'history',
      files: {
        'migrations/1_a.up.sql': 'ALTER TABLE a RENAME TO b;',
        'migrations/2_b.up.sql': 'INSERT INTO b VALUES (1);',
      },
    },
  ],
  unknown: [
    {
      name: 'a tool that is only detected',
      files: { 'db/migrations/1_a.js': 'exports.up = (knex) => knex;\nexports.down = null;\n' },
    },
  ],
});
