import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const FOLDER = 'db/migrations';
const FIRST = {
  [`${FOLDER}/20240101000000_first.sql`]:
    '-- migrate:up\nCREATE TABLE users (id int, email text, note text);\n\n-- migrate:down\nDROP TABLE users;\n',
};
const NEXT = `${FOLDER}/20240201000000_next.sql`;
const service = { '.shipworthy.yaml': 'archetype: service\n' };
const DROP =
  '-- migrate:up\nALTER TABLE users DROP COLUMN note;\n\n-- migrate:down\nALTER TABLE users ADD COLUMN note text;\n';
const RENAME =
  '-- migrate:up\nALTER TABLE users RENAME COLUMN email TO mail;\n\n-- migrate:down\nALTER TABLE users RENAME COLUMN mail TO email;\n';
const INDEX =
  '-- migrate:up\nCREATE INDEX users_email ON users USING btree (email);\n\n-- migrate:down\nDROP INDEX users_email;\n';

/** A migration that the change adds after the first one. */
const adds = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  files: { ...service, ...FIRST, [NEXT]: text, ...more },
  base: { [NEXT]: null },
});
const rails = (name: string, operation: string) =>
  `class ${name} < ActiveRecord::Migration[7.1]\n  def change\n    ${operation}\n  end\nend\n`;
const RAILS = {
  ...service,
  'db/migrate/20240101000000_create_users.rb': rails('CreateUsers', 'create_table(:users) { |t| t.text :note }'),
};
const RAILS_NEXT = 'db/migrate/20240201000000_drop_note.rb';
const RAILS_DROP = rails('DropNote', 'remove_column :users, :note, :text');
const MODEL = 'class User < ApplicationRecord\n  has_many :orders\nend\n';
const code = { 'src/users.ts': 'export const find = () => undefined;\n' };
const withCode = (text: string) => {
  const change = adds(text, code);
  return { ...change, base: { ...change.base, 'src/users.ts': 'export const find = (note: string) => note;\n' } };
};
const edits = (path: string, before: string, after: string) => ({
  files: { ...service, [path]: after },
  base: { [path]: before },
});
const [[FIRST_PATH = '', FIRST_TEXT = ''] = []] = Object.entries(FIRST);
const MORE_STEPS = FIRST_TEXT.replace(', note text', ', note text);\nCREATE TABLE orders (id int');
const together =
  'and the same change alters the code (src/users.ts). While the release rolls out, and again after going back, the program before it may ask for what is gone, and only a backup has it. Drop it one release later, or write down how this goes: `Rollback: …` in a commit, a section of the pull request, a comment at the top.';
const inOneStep =
  'in one step, and nothing says how the release goes. Until the rollout ends the release before runs on the new schema and fails. Add the new column, write both, fill it, read it, and drop the old one in a later release.';
const waits =
  'On PostgreSQL everyone who writes to the table waits until it is done, and nothing says how long that is. Build it with CONCURRENTLY, outside a transaction.';
const edited =
  'is there in the base and does something else now. Where it ran, the edit never will: those databases differ from the new ones, and nobody is told. Add a migration that makes the difference, or say in the change why nobody has run this one.';
const retouched =
  'is there in the base and is edited here. Where it ran, the edit never will. If it matters, add a migration; if it does not, a word in the change saves the next reader the question.';
const PYTHON = 'migrations/0002_more.py';
const python = (operation: string, header = '') =>
  `${header}from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    dependencies = [('shop', '0001_initial')]\n    operations = [\n        ${operation}\n    ]\n`;
const KNEX =
  'exports.up = (knex) => knex.schema.dropTable("a");\nexports.down = (knex) => knex.schema.createTable("a");\n';
const FLYWAY = 'src/main/resources/db/migration/V1__first.sql';

const EXPRESS = '{ "private": true, "dependencies": { "express": "^5.0.0" } }';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a drop in a change of its own', ...adds(DROP) },
    {
      name: 'a drop beside tests and pages alone',
      ...adds(DROP, { 'tests/users.test.ts': 'test("a", () => {});\n', 'README.md': '# Users\n' }),
    },
    {
      name: 'the second step of two: the code beside only stops ignoring the column',
      files: { ...RAILS, [RAILS_NEXT]: RAILS_DROP, 'app/models/user.rb': MODEL },
      base: { [RAILS_NEXT]: null, 'app/models/user.rb': MODEL.replace('\n', '\n  self.ignored_columns += %w[note]\n') },
    },
    {
      name: 'a way back in the pull request',
      ...withCode(DROP),
      body: '## Rollout\n\nRollback: restore the column from the copy in users_old.\n',
    },
    {
      name: 'a trailer',
      ...withCode(RENAME),
      commits: ['Rename the column\n\nRollback: run the way back, then deploy the release before'],
    },
    {
      name: 'a word on how long it locks',
      ...adds(INDEX),
      commits: ['Index users by email\n\nThe table has few rows.'],
    },
    { name: 'a comment in the migration', ...withCode(`-- no longer read since release 41\n${DROP}`) },
    {
      name: 'a decision in the change',
      ...(() => {
        const path = 'docs/adr/0002-drop-notes.md';
        const change = withCode(DROP);
        return {
          ...change,
          files: {
            ...change.files,
            [path]:
              '# 2. Drop notes\n\n## Status\n\nAccepted\n\n## Context\n\nNobody writes notes.\n\n## Decision\n\nWe will drop the column, because it is empty.\n\n## Consequences\n\nNone.\n',
          },
          base: { ...change.base, [path]: null },
        };
      })(),
    },
    {
      name: 'an edit that is said',
      ...edits(FIRST_PATH, FIRST_TEXT, FIRST_TEXT.replace(', note text', '')),
      commits: ['Fix the first migration: it has not been released'],
    },
    {
      name: 'an edit that is taken back, where a checksum is kept',
      ...edits(FLYWAY, '-- people\nCREATE TABLE users (id int);\n', 'CREATE TABLE users (id int);\n'),
      commits: ['Revert the layout of the first file'],
    },
    {
      name: 'an edit that is said of the tool',
      ...edits(FIRST_PATH, FIRST_TEXT, MORE_STEPS),
      commits: ['Updated flyway script: another address'],
    },
  ],
  gap: [
    {
      name: 'a drop beside a model that is altered',
      files: { ...RAILS, [RAILS_NEXT]: RAILS_DROP, 'app/models/user.rb': MODEL },
      base: { [RAILS_NEXT]: null, 'app/models/user.rb': MODEL.replace('has_many', 'has_one') },
      findings: [
        `${RAILS_NEXT}:3:5 warning 20240201000000_drop_note.rb drops users.note, ${together.replace('src/users.ts', 'app/models/user.rb')}`,
      ],
    },
    {
      name: 'a drop together with code',
      ...withCode(DROP),
      findings: [`${NEXT}:2:1 warning 20240201000000_next.sql drops users.note, ${together}`],
    },
    {
      name: 'a rename',
      ...adds(RENAME),
      findings: [`${NEXT}:2:1 warning 20240201000000_next.sql renames users.email ${inOneStep}`],
    },
    {
      name: 'a long lock',
      ...adds(INDEX),
      findings: [
        `${NEXT}:2:1 warning 20240201000000_next.sql indexes users and builds an index without CONCURRENTLY. ${waits}`,
      ],
    },
    {
      name: 'that it is run is inferred',
      files: { ...FIRST, Dockerfile: 'FROM node:22\n', 'package.json': EXPRESS, [NEXT]: RENAME },
      base: { [NEXT]: null },
      inferred: true,
      findings: [`${NEXT}:2:1 info 20240201000000_next.sql renames users.email ${inOneStep}`],
    },
    {
      name: 'what is not known to be run is a hint',
      files: { ...FIRST, [NEXT]: RENAME },
      base: { [NEXT]: null },
      findings: [`${NEXT}:2:1 info 20240201000000_next.sql renames users.email ${inOneStep}`],
    },
    {
      name: 'several of a kind are one finding',
      files: {
        ...service,
        ...FIRST,
        ...code,
        [NEXT]: DROP,
        [`${FOLDER}/20240202000000_b.sql`]: DROP.replaceAll('note', 'email'),
      },
      base: { [NEXT]: null, [`${FOLDER}/20240202000000_b.sql`]: null, 'src/users.ts': 'export {};\n' },
      findings: [
        `${NEXT}:2:1 warning 2 migrations of this change drop what is stored, and the same change alters the code (src/users.ts). 20240201000000_next.sql drops users.note. While the release rolls out the program before it may ask for what is gone. Drop it one release later, or write down how this goes. ×2`,
      ],
    },
    {
      name: 'several renames and indexes',
      files: {
        ...service,
        ...FIRST,
        [NEXT]: RENAME,
        [`${FOLDER}/20240202000000_b.sql`]: RENAME.replaceAll('users', 'orders'),
        [`${FOLDER}/20240203000000_c.sql`]: INDEX,
        [`${FOLDER}/20240204000000_d.sql`]: INDEX.replaceAll('users', 'orders'),
      },
      base: {
        [NEXT]: null,
        [`${FOLDER}/20240202000000_b.sql`]: null,
        [`${FOLDER}/20240203000000_c.sql`]: null,
        [`${FOLDER}/20240204000000_d.sql`]: null,
      },
      findings: [
        `${NEXT}:2:1 warning 2 migrations of this change break the release before. 20240201000000_next.sql renames users.email in one step: until the rollout ends that release runs on the new schema and fails. Add the new column, write both, fill it, read it, and drop the old one in a later release. ×2`,
        `${FOLDER}/20240203000000_c.sql:2:1 warning 2 migrations of this change hold writers up. 20240203000000_c.sql indexes users and builds an index without CONCURRENTLY, and nothing says how long that takes. Build it with CONCURRENTLY, outside a transaction. ×2`,
      ],
    },
    {
      name: 'a migration of the base that does something else',
      ...edits(FIRST_PATH, FIRST_TEXT, MORE_STEPS),
      commits: ['Add orders'],
      findings: [`${FIRST_PATH}:3:1 error 20240101000000_first.sql ${edited}`],
    },
    {
      name: 'a change that does nothing but mend a migration',
      ...edits(FIRST_PATH, FIRST_TEXT, MORE_STEPS),
      commits: ['Fix the view of users'],
      findings: [`${FIRST_PATH}:3:1 info 20240101000000_first.sql ${retouched}`],
    },
    {
      name: 'an edit where nobody says what the repository is',
      files: { [FIRST_PATH]: MORE_STEPS },
      base: { [FIRST_PATH]: FIRST_TEXT },
      commits: ['Add orders'],
      inferred: true,
      findings: [`${FIRST_PATH}:3:1 info 20240101000000_first.sql ${edited}`],
    },
    {
      name: 'an edit that the migration itself explains',
      files: {
        ...service,
        [FIRST_PATH]: `-- Orders come later now, so they are made here as well.\n${MORE_STEPS}`,
        ...code,
      },
      base: { [FIRST_PATH]: FIRST_TEXT, 'src/users.ts': 'export {};\n' },
      findings: [`${FIRST_PATH}:1:1 info 20240101000000_first.sql ${retouched}`],
    },
    {
      name: 'a repair of more than a migration',
      files: { ...service, [FIRST_PATH]: MORE_STEPS, ...code },
      base: { [FIRST_PATH]: FIRST_TEXT, 'src/users.ts': 'export {};\n' },
      commits: ['Fix the list of users'],
      findings: [`${FIRST_PATH}:3:1 error 20240101000000_first.sql ${edited}`],
    },
    {
      name: 'a series that is gathered in fewer files',
      files: { ...service, [FIRST_PATH]: MORE_STEPS },
      base: { [FIRST_PATH]: FIRST_TEXT, [NEXT]: RENAME },
      findings: [`${FIRST_PATH}:3:1 info 20240101000000_first.sql ${retouched}`],
    },
    {
      name: 'old rows are no longer filled in',
      ...edits(
        PYTHON,
        python("migrations.AddField('order', 'note', models.TextField(null=True)), migrations.RunPython(fill),"),
        python("migrations.AddField('order', 'note', models.TextField(null=True)),"),
      ),
      findings: [`${PYTHON}:7:1 info 0002_more.py ${retouched}`],
    },
    {
      name: 'an index that goes with its table anyway',
      ...edits(
        NEXT,
        '-- migrate:up\nDROP INDEX IF EXISTS users_email;\nDROP TABLE IF EXISTS users;\n',
        '-- migrate:up\nDROP TABLE IF EXISTS users;\n',
      ),
      findings: [`${NEXT}:2:1 info 20240201000000_next.sql ${retouched}`],
    },
    {
      name: 'other words for the same steps',
      ...edits(
        PYTHON,
        python("migrations.AddField('order', 'note', models.TextField(null=True)),"),
        python("migrations.AddField('order', 'note', models.TextField(null=True, help_text='x')),"),
      ),
      findings: [`${PYTHON}:7:1 info 0002_more.py ${retouched}`],
    },
    {
      name: 'other words in many',
      files: Object.fromEntries(
        [2, 3].map((n) => [`migrations/000${n}_more.py`, python('migrations.RunPython(forth, back, elidable=True),')]),
      ),
      base: Object.fromEntries(
        [2, 3].map((n) => [`migrations/000${n}_more.py`, python('migrations.RunPython(forth, back),')]),
      ),
      findings: [
        'migrations/0002_more.py:7:1 info 2 migrations that are there in the base are edited here, 0002_more.py first. Where they ran, the edits never will. If it matters, add a migration; if it does not, a word in the change saves the next reader the question. ×2',
      ],
    },
    {
      name: 'a comment where a checksum is kept',
      ...edits(FLYWAY, 'CREATE TABLE users (id int);\n', '-- people\nCREATE TABLE users (id int);\n'),
      commits: ['Fix the comment of the migration'],
      findings: [
        `${FLYWAY}:1:1 error V1__first.sql is there in the base, and Flyway keeps a checksum of each file it ran, comments included: where it ran, the next release stops at it. Take the edit back.`,
      ],
    },
  ],
  skip: [
    {
      name: 'what is done to a table that the change makes',
      ...adds(
        '-- migrate:up\nCREATE TABLE orders (id int);\nCREATE INDEX orders_id ON orders USING btree (id);\n\n-- migrate:down\nDROP TABLE orders;\n',
      ),
    },
    {
      name: 'the first of its series',
      files: { ...service, ...code, [NEXT]: DROP },
      base: { [NEXT]: null, 'src/users.ts': 'export {};\n' },
    },
    { name: 'a program made it', ...withCode(DROP), commits: ['Update'], author: 'renovate[bot] <bot@example.com>' },
    { name: 'a comment', ...edits(FIRST_PATH, FIRST_TEXT, `-- people\n${FIRST_TEXT}`) },
    { name: 'layout', ...edits(FIRST_PATH, FIRST_TEXT, FIRST_TEXT.replace('(id int, ', '(\n  id int,\n  ')) },
    {
      name: 'another place in the series',
      ...edits(
        PYTHON,
        python("migrations.AddField('order', 'note', models.TextField(null=True)),"),
        python("migrations.AddField('order', 'note', models.TextField(null=True)),").replace(
          '0001_initial',
          '0001_first',
        ),
      ),
    },
    {
      name: 'a move with a comment',
      files: { ...service, 'database/migrations/20240101000000_first.sql': `-- people\n${FIRST_TEXT}` },
      base: { 'database/migrations/20240101000000_first.sql': null, ...FIRST },
    },
    {
      name: 'the way back',
      ...edits(
        FIRST_PATH,
        FIRST_TEXT,
        FIRST_TEXT.replace('DROP TABLE users', 'DROP TABLE IF EXISTS users CASCADE;\nDROP TABLE x'),
      ),
    },
    {
      name: 'a script that runs again',
      ...edits(
        'src/main/resources/db/migration/R__views.sql',
        'CREATE VIEW a AS SELECT 1;\n',
        'CREATE VIEW a AS SELECT 2;\n',
      ),
    },
  ],
  unknown: [
    {
      name: 'operations that are not read',
      files: { 'db/migrations/20240101000000_a.js': KNEX, 'db/migrations/20240201000000_b.js': KNEX },
      base: { 'db/migrations/20240201000000_b.js': null },
    },
  ],
});
