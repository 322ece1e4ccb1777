import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const revision = (id: string, parent: string, more = '') =>
  `revision = "${id}"\ndown_revision = ${parent}\n${more}\n\ndef upgrade():\n    op.drop_table("a")\n\n\ndef downgrade():\n    op.create_table("a")\n`;
const django = (dependencies: string, more = '') =>
  `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [${dependencies}]\n${more}    operations = []\n`;
const rails = (name: string) =>
  `class ${name} < ActiveRecord::Migration[7.1]\n  def change\n    add_column :a, :b, :string\n  end\nend\n`;
const TABLE = 'CREATE TABLE a (b int);\n';
const SHARED = 'refuses to run them, and the first to see it is the release. Renumber the newer one.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'one folder for each environment',
      files: {
        'db/migration/common/V1__a.sql': TABLE,
        'db/migration/common/V2__b.sql': TABLE,
        'db/migration/prod/V2__b.sql': TABLE,
        'db/migration/prod/V3__c.sql': TABLE,
      },
    },
    {
      name: 'gaps',
      files: { 'db/migrate/1_a.rb': rails('A'), 'db/migrate/7_b.rb': rails('B') },
    },
    {
      name: 'one version for several databases, in two directions',
      files: {
        'migrations/1_a.mysql.up.sql': TABLE,
        'migrations/1_a.mysql.down.sql': 'DROP TABLE a;',
        'migrations/1_a.postgres.up.sql': TABLE,
        'migrations/1_a.postgres.down.sql': 'DROP TABLE a;',
      },
    },
    {
      name: 'a merge of two ends',
      files: {
        'versions/1a.py': revision('1a', 'None'),
        'versions/2a.py': revision('2a', '"1a"'),
        'versions/2b.py': revision('2b', '"1a"'),
        'versions/3a.py': revision('3a', '("2a", "2b")'),
      },
    },
    {
      name: 'an end with a label',
      files: {
        'versions/1a.py': revision('1a', 'None'),
        'versions/2a.py': revision('2a', '"1a"'),
        'versions/2b.py': revision('2b', '"1a"', 'branch_labels = ("reports",)\n'),
      },
    },
    {
      name: 'a chain over two folders',
      files: {
        'one/versions/1a.py': revision('1a', 'None'),
        'one/versions/2a.py': revision('2a', '"1a"'),
        'two/versions/3a.py': revision('3a', '"2a"'),
      },
    },
    {
      name: 'a squashed migration stands for those it replaces, and other apps are not looked at',
      files: {
        'shop/migrations/0001_initial.py': django('("auth", "0012_x")'),
        'shop/migrations/0002_a.py': django('("shop", "0001_initial")'),
        'shop/migrations/0001_squashed_0002.py': django(
          '("auth", "0012_x")',
          '    replaces = [("shop", "0001_initial"), ("shop", "0002_a"), ("shop", "0000_gone")]\n',
        ),
        'shop/migrations/0003_b.py': django('("shop", "0002_a"), ("shop", "0000_gone")'),
      },
    },
  ],
  gap: [
    {
      name: 'several clashes are one thing to fix',
      files: {
        'db/migrate/1_a.rb': rails('A'),
        'db/migrate/01_b.rb': rails('B'),
        'db/migrate/2_c.rb': rails('C'),
        'db/migrate/2_d.rb': rails('D'),
      },
      findings: [
        `db/migrate/1_a.rb:1:1 error 2 migrations of db/migrate claim a version that another one has, 01_b.rb and 1_a.rb first. Rails ${SHARED.replace('one.', 'ones.')} ×2`,
      ],
    },
    {
      name: 'a broken chain',
      files: {
        'versions/1a.py': revision('1a', 'None'),
        'versions/3a.py': revision('3a', '"2a"'),
        'versions/4a.py': revision('4a', '("1a", "3a")'),
      },
      findings: [
        'versions/3a.py:2:17 error 3a.py follows 2a, which is no migration here. Alembic cannot build the chain and stops before it changes anything. Name the migration that comes before it.',
      ],
    },
    {
      name: 'two ends of an app',
      files: {
        'shop/migrations/0001_initial.py': django(''),
        'shop/migrations/0002_a.py': django('("shop", "0001_initial")'),
        'shop/migrations/0002_b.py': django('("shop", "0001_initial")'),
      },
      findings: [
        'shop/migrations/0002_b.py:1:1 error 0002_a.py and 0002_b.py both come last: nothing follows either. Django refuses to choose. Let the newer one follow the other, or merge them.',
      ],
    },
    {
      name: 'three ends',
      files: {
        'versions/1a.py': revision('1a', 'None'),
        'versions/2a.py': revision('2a', '"1a"'),
        'versions/2b.py': revision('2b', '"1a"'),
        'versions/2c.py': revision('2c', '"1a"'),
      },
      findings: [
        'versions/2c.py:1:12 error 3 migrations of versions come last and nothing joins them, 2a.py and 2b.py and 2c.py among them. Alembic refuses to choose. Merge them.',
      ],
    },
  ],
  skip: [
    { name: 'one alone', files: { 'db/migrate/1_a.rb': rails('A') } },
    {
      name: 'a tool that goes by the whole name',
      files: { 'prisma/migrations/1_a/migration.sql': TABLE, 'prisma/migrations/1_b/migration.sql': TABLE },
    },
    {
      name: 'whose tool is not seen',
      files: { 'src/db/migrations/001_a.sql': TABLE, 'src/db/migrations/001_b.sql': TABLE },
    },
    { name: 'views that are made again', files: { 'db/migration/R__a.sql': TABLE, 'db/migration/R__b.sql': TABLE } },
  ],
  unknown: [
    {
      name: 'a file by that name does not show its version',
      files: {
        'versions/1a.py': revision('1a', 'None'),
        'versions/2a.py': 'revision = make("2a")\n',
        'versions/3a.py': revision('3a', '"2a"'),
        'versions/4a.py': revision('4a', '("1a", "3a")'),
      },
    },
  ],
});
