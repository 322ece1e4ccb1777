import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** Code of sign-in as it is after a change, and beside it what makes it a part of the product. */
const AUTH = { 'src/auth/session.ts': 'export const a = 2;\n', 'src/auth/login.ts': 'export const b = 1;\n' };
const BEFORE = { 'src/auth/session.ts': 'export const a = 1;\n' };
const CONFIG = { '.shipworthy.yaml': 'areas:\n  auth: src/auth/**\n' };
const message = (areas: string, missing = 'a way back, the decision behind it nor a filled release checklist') =>
  `This change touches ${areas}, and names neither ${missing}. At night somebody has to guess how it is taken back. Say it in a line of the pull request or of a commit (\`Rollback: …\`); \`shipworthy checklist --base REV\` lists all that answers.`;

/** A Rails migration that takes a column away, and how it comes back. */
const drops = (down: string) =>
  `class Drop < ActiveRecord::Migration[7.0]\n  def up\n    remove_column :users, :name\n  end\n\n  def down\n    ${down}\n  end\nend\n`;
const MIGRATION = 'db/migrate/20260101120000_drop.rb';

const untouched = (name: string, path: string, beside: Readonly<Record<string, string>> = {}) => ({
  name,
  files: { [path]: 'export const a = 2;\n', ...beside },
  base: { [path]: 'export const a = 1;\n' },
});

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a section of the pull request', files: AUTH, base: BEFORE, body: '## Rollback plan\n\nRevert it.\n' },
    { name: 'a line of the pull request', files: AUTH, base: BEFORE, body: 'Why not.\n\n**Rollback:** revert it\n' },
    { name: 'a sentence', files: AUTH, base: BEFORE, body: 'This can safely be reverted at any time.' },
    { name: 'the number of a record', files: AUTH, base: BEFORE, commits: ['Longer sessions\n\nSee ADR-12.'] },
    {
      name: 'a decision record in the change',
      files: {
        ...AUTH,
        'docs/adr/0002-sessions.md':
          '# 2. Longer sessions\n\n## Status\n\nAccepted\n\n## Context\n\nPeople complain.\n\n## Decision\n\nWe will keep sessions for an hour.\n\n## Consequences\n\nStolen sessions live longer.\n',
      },
      base: { ...BEFORE, 'docs/adr/0002-sessions.md': null },
    },
    {
      name: 'boxes that are ticked',
      files: AUTH,
      base: BEFORE,
      body: '- [x] Rollback was tried on staging\n- [ ] Docs\n',
    },
    {
      name: 'a migration with a way back',
      files: { [MIGRATION]: drops('add_column :users, :name, :string') },
      base: { [MIGRATION]: null },
    },
    {
      name: 'a migration that only adds',
      files: { 'db/migrations/V2__add.sql': 'ALTER TABLE users ADD COLUMN name text;\n' },
      base: { 'db/migrations/V2__add.sql': null },
    },
  ],
  gap: [
    {
      name: 'an area that the configuration names is a warning',
      files: { ...AUTH, ...CONFIG },
      base: BEFORE,
      findings: [`src/auth/session.ts:1:1 warning ${message('auth (src/auth/session.ts)')}`],
    },
    {
      name: 'an area of its own name',
      files: { 'core/pricing.cfg': 'b\n', '.shipworthy.yaml': 'areas:\n  pricing: core/**\n' },
      base: { 'core/pricing.cfg': 'a\n' },
      findings: [`core/pricing.cfg:1:1 warning ${message('pricing (core/pricing.cfg)')}`],
    },
    {
      name: 'code that is gone',
      files: { 'src/auth/login.ts': 'export const b = 1;\n', 'src/auth/roles.ts': 'export const c = 1;\n' },
      base: { 'src/auth/session.ts': 'export const a = 1;\n' },
      findings: [`src/auth/session.ts (absent) info ${message('auth (src/auth/session.ts)')}`],
    },
    {
      name: 'a migration that cannot be taken back, with code of payment',
      files: {
        [MIGRATION]: drops('raise ActiveRecord::IrreversibleMigration'),
        'app/payments/refund.rb': 'A = 2\n',
      },
      base: { [MIGRATION]: null, 'app/payments/refund.rb': 'A = 1\n' },
      findings: [
        `app/payments/refund.rb:1:1 info ${message(
          `billing (app/payments/refund.rb) and data (${MIGRATION})`,
          'a way back, a plan for the migration, the decision behind it nor a filled release checklist',
        )}`,
      ],
    },
    {
      name: 'what a form says is said by nobody, nor is what is left empty',
      files: {
        ...AUTH,
        '.github/pull_request_template.md': '## Rollback\n\nSay how this is rolled back.\n\n- [ ] Rollback was tried\n',
      },
      base: BEFORE,
      body: '## Rollback\n\nSay how this is rolled back.\n\n- [ ] Rollback was tried\n\n## Decision\n\nN/A\n<!-- Rollback: none -->\n',
      findings: [`src/auth/session.ts:1:1 info ${message('auth (src/auth/session.ts)')}`],
    },
    {
      name: 'ticked boxes of good manners',
      files: AUTH,
      base: BEFORE,
      body: '- [x] I have read CONTRIBUTING.md\n- [x] I signed the CLA\n',
      findings: [`src/auth/session.ts:1:1 info ${message('auth (src/auth/session.ts)')}`],
    },
    {
      name: 'a repair of something called rollback',
      files: AUTH,
      base: BEFORE,
      commits: ['Fix the rollback of transactions when a session ends'],
      findings: [`src/auth/session.ts:1:1 info ${message('auth (src/auth/session.ts)')}`],
    },
    {
      name: 'each of what the configuration asks for',
      files: {
        ...AUTH,
        '.shipworthy.yaml': 'areas:\n  auth:\n    paths: src/auth/**\n    brings: [way-back, tests, watching]\n',
      },
      base: BEFORE,
      commits: ['Longer sessions\n\nTested: on staging'],
      findings: [
        'src/auth/session.ts:1:1 warning This change touches auth (src/auth/session.ts). Not there is what the configuration asks for: a way back and what to watch afterwards. `shipworthy checklist --base REV` lists what answers it.',
      ],
    },
  ],
  skip: [
    {
      name: 'a migration that ran long ago is edited',
      files: { [MIGRATION]: drops('raise ActiveRecord::IrreversibleMigration') },
      base: { [MIGRATION]: drops('raise  ActiveRecord::IrreversibleMigration') },
    },
    untouched('a lexer', 'src/lexer/token.ts', { 'src/lexer/a.ts': '' }),
    untouched('people who write', 'src/authors/list.ts', { 'src/authors/a.ts': '' }),
    untouched('a checkout of git', 'src/git/checkout/run.ts', { 'src/git/checkout/a.ts': '' }),
    untouched('a session of a terminal', 'src/terminal/session.ts', { 'src/terminal/policy.ts': '' }),
    untouched('one helper', 'src/middleware/auth.ts'),
    untouched('a test', 'src/auth/session.test.ts', AUTH),
    untouched('a page', 'src/auth/README.md', AUTH),
    { ...untouched('a bot', 'src/auth/session.ts', AUTH), commits: ['Bump a'], author: 'renovate[bot] <a@b>' },
    { ...untouched('the way back itself', 'src/auth/session.ts', AUTH), commits: ['Revert "Longer sessions"'] },
    {
      name: 'comments',
      files: { ...AUTH, 'src/auth/session.ts': '// Why.\nexport const a = 1;\n' },
      base: BEFORE,
    },
    {
      name: 'a move',
      files: { 'src/auth/sessions.ts': 'export const a = 1;\n', 'src/auth/login.ts': 'export const b = 1;\n' },
      base: { 'src/auth/sessions.ts': null, 'src/auth/session.ts': 'export const a = 1;\n' },
    },
    {
      name: 'a contract, which only the configuration makes sensitive',
      files: { 'openapi.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: 1.0.1 }\npaths: {}\n' },
      base: { 'openapi.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: 1.0.0 }\npaths: {}\n' },
    },
  ],
  unknown: [
    { name: 'commits that cannot be seen', files: AUTH, base: BEFORE, unseen: 'the clone is shallow' },
    {
      name: 'a migration that is not read',
      files: {
        'src/migrations/1700000000000-add.ts':
          "import { Kysely, sql } from 'kysely';\nexport async function up(db: Kysely<any>) {\n  await sql`alter table a add b int`.execute(db);\n}\n",
      },
      base: { 'src/migrations/1700000000000-add.ts': null },
    },
  ],
});
