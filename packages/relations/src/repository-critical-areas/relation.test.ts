import { expect, test } from '@jest/globals';
import type { RelationContext } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { ownershipFacts } from '../testing/ownership.ts';
import { repositoryCriticalAreas } from './relation.ts';

const contextWith = (lines: readonly (readonly string[])[], paths: readonly string[]) =>
  contextOf([artifact('ownership', 'CODEOWNERS', ownershipFacts('codeowners', lines, 'CODEOWNERS'))], paths);
const areasOf = (context: RelationContext) =>
  repositoryCriticalAreas
    .build(context)({} as never)
    .map(({ name, files, unowned, sample }) => `${name} ${unowned}/${files} ${sample ?? ''}`.trim());

const PATHS = ['src/auth/login.ts', 'src/billing/invoice.ts', 'db/migrate/20240101120000_a.rb', 'test/auth/a.ts'];

test.each<[string, string[][], string[]]>([
  [
    'owners of a part leave the rest open',
    [['/src/auth/', '@a']],
    [
      'payments 1/1 src/billing/invoice.ts',
      'sign-in and permissions 0/1',
      'migrations 1/1 db/migrate/20240101120000_a.rb',
      'code owners 1/1 CODEOWNERS',
    ],
  ],
  [
    'the last match decides, and what is left open on purpose is not missing',
    [['*', '@all'], ['/db/']],
    ['payments 0/1', 'sign-in and permissions 0/1', 'migrations 0/1', 'code owners 0/1'],
  ],
])('%s', (_, lines, expected) => {
  expect(areasOf(contextWith(lines, PATHS))).toEqual(expected);
});

test('what the configuration calls sensitive comes first and keeps its files', () => {
  const context = contextWith([['/db/', '@a']], PATHS);
  const areas = [{ name: 'money', holds: (path: string) => path.startsWith('src/billing/') }];
  expect(areasOf({ ...context, areas })[0]).toBe('money 1/1 src/billing/invoice.ts');
  expect(areasOf({ ...context, areas }).some((line) => line.startsWith('payments'))).toBe(false);
});

test('nothing is asked without a file of code owners', () => {
  expect(areasOf(contextOf([], PATHS))).toEqual([]);
});
