import { describe, expect, test } from '@jest/globals';
import type { ContractChange, ContractComparison } from '@shipworthy/model';
import { BreakingChangeType, buildSchema, DangerousChangeType, findBreakingChanges } from 'graphql';
import { compareContracts } from '../index.ts';

const side = (text: string, others?: Readonly<Record<string, string>>) => ({
  path: 'schema.graphql',
  text,
  read: (path: string) => others?.[path],
  ...(others ? { touched: Object.keys(others) } : {}),
});
const compare = (before: string, after: string): Promise<ContractComparison> =>
  compareContracts('graphql-schema', side(before), side(after));

async function changes(before: string, after: string): Promise<readonly ContractChange[]> {
  const compared = await compare(before, after);
  if (compared.state === 'unknown') throw new Error(compared.why);
  return compared.changes;
}

/** Every kind of change: both texts follow `type Query { order: Order }`, and `at` is the text it shows. */
const CASES: readonly (readonly [
  check: string,
  before: string,
  after: string,
  about: string,
  at: string | undefined,
])[] = [
  ['TYPE_REMOVED', 'type A { b: Int }', '', 'A', undefined],
  ['TYPE_CHANGED_KIND', 'type A { b: Int }', 'interface A { b: Int }', 'A', 'A'],
  ['TYPE_REMOVED_FROM_UNION', 'union A = Order | Query', 'union A = Order', 'A.Query', 'A'],
  ['VALUE_REMOVED_FROM_ENUM', 'enum A { B C }', 'enum A { B }', 'A.C', 'A'],
  ['REQUIRED_INPUT_FIELD_ADDED', 'input A { b: Int }', 'input A { b: Int, c: Int! }', 'A.c', 'c'],
  [
    'IMPLEMENTED_INTERFACE_REMOVED',
    'interface I { b: Int } type A implements I { b: Int }',
    'interface I { b: Int } type A { b: Int }',
    'A',
    'A',
  ],
  ['FIELD_REMOVED', 'type A { b: Int, c: Int }', 'type A { b: Int }', 'A.c', 'A'],
  ['FIELD_CHANGED_KIND', 'type A { b: Int, c: Float }', 'type A { b: Float, c: Float }', 'A.b', 'b'],
  ['REQUIRED_ARG_ADDED', 'type A { b: Int }', 'type A { b(cc: Int!): Int }', 'A.b(cc:)', 'cc'],
  ['ARG_REMOVED', 'type A { bb(c: Int): Int }', 'type A { bb: Int }', 'A.bb(c:)', 'bb'],
  ['ARG_CHANGED_KIND', 'type A { b(c: Int): Int }', 'type A { b(c: Int!): Int }', 'A.b(c:)', 'c'],
  ['DIRECTIVE_REMOVED', 'directive @a on FIELD', '', '@a', undefined],
  ['DIRECTIVE_ARG_REMOVED', 'directive @a(b: Int) on FIELD', 'directive @a on FIELD', '@a(b:)', 'a'],
  ['REQUIRED_DIRECTIVE_ARG_ADDED', 'directive @a on FIELD', 'directive @a(b: Int!) on FIELD', '@a(b:)', 'b'],
  ['DIRECTIVE_REPEATABLE_REMOVED', 'directive @a repeatable on FIELD', 'directive @a on FIELD', '@a', 'a'],
  ['DIRECTIVE_LOCATION_REMOVED', 'directive @a on FIELD | QUERY', 'directive @a on QUERY', '@a', 'a'],
  ['VALUE_ADDED_TO_ENUM', 'enum A { B }', 'enum A { B C }', 'A.C', 'C'],
  ['TYPE_ADDED_TO_UNION', 'union A = Order', 'union A = Order | Query', 'A.Query', 'Query'],
  ['OPTIONAL_INPUT_FIELD_ADDED', 'input A { b: Int }', 'input A { b: Int, c: Int }', 'A.c', 'c'],
  ['OPTIONAL_ARG_ADDED', 'type A { b: Int }', 'type A { b(cc: Int): Int }', 'A.b(cc:)', 'cc'],
  [
    'IMPLEMENTED_INTERFACE_ADDED',
    'interface I { b: Int } type A { b: Int }',
    'interface I { b: Int } type A implements I { b: Int }',
    'A',
    'A',
  ],
  ['ARG_DEFAULT_VALUE_CHANGE', 'type A { b(c: Int = 1): Int }', 'type A { b(c: Int = 2): Int }', 'A.b(c:)', 'c'],
];

describe('every kind of change that graphql-js knows', () => {
  test('is in the table', () => {
    const known = [...Object.keys(BreakingChangeType), ...Object.keys(DangerousChangeType)];
    expect(CASES.map(([check]) => check).sort()).toEqual(known.sort());
  });

  test.each(CASES)('%s', async (check, before, after, about, shows) => {
    const base = 'type Query { order: Order }\ntype Order { id: Int, total: Float }\n';
    const found = await changes(base + before, base + after);
    expect(found).toMatchObject([{ check, about, level: check in BreakingChangeType ? 'breaking' : 'risky' }]);
    expect(found[0]?.what).not.toMatch(/\.$/);
    const { at } = found[0] ?? {};
    expect(at && (base + after).slice(...at)).toBe(shows);
    expect(await changes(base + after, base + after)).toEqual([]);
  });
});

test('nothing that graphql-js calls breaking is left out', async () => {
  const before = `type Query { ${CASES.map((_, index) => `f${index}(a: Int = 1, b: In): A`).join('\n')} }
    enum E { X Y } input In { e: E = X } interface I { i: Int } type A implements I { i: Int, u: U } union U = A | Query
    directive @d(a: Int) repeatable on FIELD | QUERY`;
  const after = `type Query { f0(a: Int!): Int, f1(b: In!, c: E!): A! }
    enum E { Y Z } input In { e: E!, g: Int! } type A { i: Float } union U = Query directive @d on QUERY`;
  const theirs = findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ type }) => type);
  const ours = (await changes(before, after)).filter(({ level }) => level === 'breaking').map(({ check }) => check);
  expect(new Set(theirs).size).toBeGreaterThan(8);
  expect(ours).toEqual(theirs);
});

describe('a file that is only a part of its schema', () => {
  test.each<[name: string, before: string, after: string, expected: string[]]>([
    [
      'a type that stands elsewhere',
      'extend type Query { a: Order b: Int }',
      'extend type Query { a: Order }',
      ['breaking FIELD_REMOVED'],
    ],
    [
      'a field of a type that stands elsewhere',
      'type A { b: Order! }',
      'type A { b: Order }',
      ['breaking FIELD_CHANGED_KIND'],
    ],
    ['a type that moved out and is still used', 'type A { b: B } type B { c: Int }', 'type A { b: B }', []],
    ['a type that moved in', 'type A { b: B }', 'type A { b: B } type B { c: Int }', []],
    [
      'a type that nothing here refers to any more',
      'type A { b: Order c: Int }',
      'type A { c: Int }',
      ['breaking FIELD_REMOVED'],
    ],
    ['a type that is gone', 'type A { b: Order } type B { c: Order }', 'type A { b: Order }', ['risky TYPE_REMOVED']],
    [
      'a definition that moved out',
      'type Query { a: Int } type M { q: Query }',
      'extend type Query { b: Int } type M { q: Query }',
      ['risky FIELD_REMOVED'],
    ],
    ['a union of what stands elsewhere', 'union U = A | B', 'union U = A', ['breaking TYPE_REMOVED_FROM_UNION']],
  ])('%s', async (_name, before, after, expected) => {
    const found = await changes(before, after);
    expect(found.map(({ level, check }) => `${level} ${check}`)).toEqual(expected);
  });

  test.each<[name: string, before: string, after: string, other: string, expected: string[]]>([
    ['a type that moved', 'type A { b: X } type C { d: X }', 'type A { b: X }', 'type C { d: X }', []],
    [
      'a type that did not',
      'type A { b: X } type C { d: X }',
      'type A { b: X }',
      'type D { d: X }',
      ['breaking TYPE_REMOVED'],
    ],
    [
      'an extension that moved',
      'extend type Query { a: X } type B { c: X }',
      'type B { c: X }',
      'extend type Query { a: X }',
      [],
    ],
    [
      'an extension that moved in part',
      'extend type Query { a: X b: X }',
      'type B { c: X }',
      'extend type Query { a: X }',
      ['breaking FIELD_REMOVED'],
    ],
  ])('with the other files of the change: %s', async (_name, before, after, other, expected) => {
    const compared = await compareContracts('graphql-schema', side(before), side(after, { 'other.graphql': other }));
    expect(compared.state === 'compared' && compared.changes.map(({ level, check }) => `${level} ${check}`)).toEqual(
      expected,
    );
  });

  test('an extension that is gone whole lost each of its fields', async () => {
    const found = await changes('extend type Query { a: X b: X }', 'type B { c: X }');
    expect(found.map(({ level, about }) => `${level} ${about}`)).toEqual(['risky Query.a', 'risky Query.b']);
  });

  test('directives of a federation need no definition', async () => {
    const before = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
      type Order @key(fields: "id") { id: ID! total: Money @external }
      extend type Query { orders(first: Int = 10): [Order!]! }`;
    expect(await changes(before, before.replace('total: Money @external', ''))).toMatchObject([
      { check: 'FIELD_REMOVED', level: 'breaking', about: 'Order.total' },
    ]);
  });
});

describe('what no client sees weighs less', () => {
  test.each([
    ['a directive of the schema', 'directive @auth(role: Int) on OBJECT', '', 'DIRECTIVE_REMOVED'],
    ['a standard scalar out of use', 'input In { a: Float }', '', 'TYPE_REMOVED'],
  ])('%s', async (_name, before, after, check) => {
    const base = 'type Query { id: Int }\n';
    expect((await changes(base + before, base + after)).filter(({ level }) => level === 'risky')).toMatchObject([
      { check },
    ]);
  });
});

test.each([
  ['scalar JSON', '{ a: [1, "b"] }'],
  ['input JSON { a: [K] } scalar K', '{ a: [{ b: 1 }] }'],
])('default values of any form: %s', async (types, value) => {
  const of = (written: string) => `${types} type Query { a(b: JSON = ${written}): Int }`;
  expect(await changes(of(value), of(value))).toEqual([]);
  expect(await changes(of(value), of(value.replace('1', '2')))).toMatchObject([{ check: 'ARG_DEFAULT_VALUE_CHANGE' }]);
});

test.each([
  ['type A { b: }', 'type A { b: Int }', /^the older version cannot be read: the text does not parse/],
  ['type A { b: Int }', 'type A {', /^the newer version cannot be read: /],
])('unknown: %j to %j', async (before, after, why) => {
  expect(await compare(before, after)).toEqual({ state: 'unknown', why: expect.stringMatching(why) });
});

test('what clients send is no part of it', async () => {
  expect(await changes('type Query { a: Int }', 'type Query { a: Int }\nquery Q { a }\nfragment F on X { b }')).toEqual(
    [],
  );
});
