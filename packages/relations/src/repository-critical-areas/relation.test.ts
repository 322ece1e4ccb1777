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

const PATHS = [
  'src/auth/login.ts',
  'src/auth/roles.ts',
  'src/billing/invoice.ts',
  'src/billing/tax.ts',
  'db/migrate/20240101120000_a.rb',
  'db/migrate/20240102120000_b.rb',
  'test/auth/a.ts',
];

test.each<[string, string[][], string[]]>([
  [
    'owners of a part leave the rest open',
    [['/src/auth/', '@a']],
    [
      'payments 2/2 src/billing/invoice.ts',
      'sign-in and permissions 0/2',
      'migrations 2/2 db/migrate/20240101120000_a.rb',
      'code owners 1/1 CODEOWNERS',
    ],
  ],
  [
    'the last match decides, and what is left open on purpose is not missing',
    [['*', '@all'], ['/db/']],
    ['payments 0/2', 'sign-in and permissions 0/2', 'migrations 0/2', 'code owners 0/1'],
  ],
])('%s', (_, lines, expected) => {
  expect(areasOf(contextWith(lines, PATHS))).toEqual(expected);
});

test('what the configuration calls sensitive comes first and keeps its files', () => {
  const context = contextWith([['/db/', '@a']], PATHS);
  const areas = [{ name: 'money', holds: (path: string) => path.startsWith('src/billing/') }];
  expect(areasOf({ ...context, areas })[0]).toBe('money 2/2 src/billing/invoice.ts');
  expect(areasOf({ ...context, areas }).some((line) => line.startsWith('payments'))).toBe(false);
});

test('one file alone is no part of a product', () => {
  expect(areasOf(contextWith([['/x/', '@a']], ['src/auth.ts']))).toEqual(['code owners 1/1 CODEOWNERS']);
});

test('types and words of a subject are not the subject', () => {
  const paths = ['packages/types/src/payment.ts', 'packages/constants/src/payment.ts'];
  expect(areasOf(contextWith([['/x/', '@a']], paths))).toEqual(['code owners 1/1 CODEOWNERS']);
});

test('nothing is asked without a file of code owners', () => {
  expect(areasOf(contextOf([], PATHS))).toEqual([]);
});

test('what only tests and developers start is no infrastructure', () => {
  const compose = (path: string) =>
    artifact('deployment', path, {
      form: 'compose',
      workloads: [],
      stores: [],
      exposure: [],
      secrets: [],
      sources: [],
    });
  const owners = artifact('ownership', 'CODEOWNERS', ownershipFacts('codeowners', [['/x/', '@a']], 'CODEOWNERS'));
  const named = (path: string) => areasOf(contextOf([owners, compose(path)], [path]));
  expect(named('playwright/compose.yaml')).toEqual(['code owners 1/1 CODEOWNERS']);
  expect(named('app/e2e-tests/compose.yaml')).toEqual(['code owners 1/1 CODEOWNERS']);
  expect(named('compose.yaml')).toEqual(['code owners 1/1 CODEOWNERS']);
  expect(named('deploy/local/operator.yaml')).toEqual(['code owners 1/1 CODEOWNERS']);
  expect(named('latest/compose.prod.yaml')).toEqual([
    'infrastructure 1/1 latest/compose.prod.yaml',
    'code owners 1/1 CODEOWNERS',
  ]);
});
