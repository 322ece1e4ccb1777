import { expect, test } from '@jest/globals';
import { contextOf } from '../testing/facts.ts';
import { planRiskyArea } from './relation.ts';

const areasOf = (...paths: string[]) => planRiskyArea.build(contextOf([], paths))({} as never);

test.each<[string, string[], string[]]>([
  ['numbered and dated migrations', ['db/migrate/20240101120000_a.rb', 'app/migrations/0001_initial.py'], ['data']],
  ['Flyway and Alembic', ['src/migrations/V1__a.sql', 'migrations/versions/0123456789ab_b.py'], ['data']],
  ['one migration is none yet', ['db/migrate/20240101120000_a.rb'], []],
  ['a migration guide', ['docs/migrations/0001-a.md', 'docs/migrations/0002-b.md'], []],
  [
    'code of access and charging',
    ['src/auth/a.ts', 'src/login.ts', 'src/billing/a.ts', 'src/payments/b.ts'],
    ['access', 'charging'],
  ],
  ['tests and documentation of it', ['test/auth/a.ts', 'docs/auth/b.ts', 'examples/login/c.ts'], []],
  ['words that only contain it', ['src/authors/a.ts', 'src/authors/b.ts', 'src/paymentless/c.ts'], []],
])('%s', (_, paths, areas) => {
  expect(
    areasOf(...paths)
      .map(({ area }) => area)
      .sort(),
  ).toEqual(areas);
});

test('an area is shown by the folder with most of its files', () => {
  expect(areasOf('a/auth/x.ts', 'b/auth/y.ts', 'b/auth/z.ts')).toEqual([
    { area: 'access', files: 3, sample: 'b/auth' },
  ]);
});
