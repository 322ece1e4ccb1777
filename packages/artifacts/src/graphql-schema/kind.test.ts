import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { graphqlSchemaKind } from './kind.ts';

const read = async (text: string) => (await parseFile(graphqlSchemaKind, 'schema.graphql', text)).artifacts[0]?.facts;

test('types, operations, deprecations and what is defined elsewhere', async () => {
  const facts = await read(
    'schema { query: Root }\ntype Root { order(id: ID!): Order @deprecated(reason: "use orders") old: Int @deprecated }\nextend type Mutation { make(in: OrderInput!): Order }\ninput OrderInput { at: Time }\nenum State { OPEN @deprecated }\nscalar URL\ndirective @auth on OBJECT\n',
  );
  expect(facts?.types.map(({ name, form, extends: added }) => [name, form, added])).toEqual([
    ['Root', 'object', undefined],
    ['Mutation', 'object', true],
    ['OrderInput', 'input', undefined],
    ['State', 'enum', undefined],
    ['URL', 'scalar', undefined],
    ['auth', 'directive', undefined],
  ]);
  expect(facts?.operations.map(({ root, name }) => `${root} ${name}`)).toEqual([
    'query order',
    'query old',
    'mutation make',
  ]);
  expect(facts?.undefinedTypes.map(({ name }) => name)).toEqual(['Order', 'Time']);
  expect(facts?.deprecations.map(({ name, reason }) => [name, reason])).toEqual([
    ['order', 'use orders'],
    ['old', undefined],
    ['OPEN', undefined],
  ]);
  expect(facts?.faults).toEqual([]);
});

describe('what clients send defines nothing', () => {
  test.each(['query A { type }\n', 'fragment F on Order { id }\n', '# type A in a comment\nquery { a }\n'])(
    '%j',
    async (text) => {
      expect(await read(text)).toBeUndefined();
    },
  );
});

test('a type to which other files add may have empty braces', async () => {
  const facts = await read(
    'type Query {\n  # see the parts\n}\ntype Order { id(in: In = {}): ID }\ninput In { a: ID }\n',
  );
  expect(facts?.faults).toEqual([]);
  expect(facts?.types.map(({ name }) => name)).toEqual(['Query', 'Order', 'In']);
});

test('a file that does not parse keeps its fault', async () => {
  const facts = await read('type A { b: }\n');
  expect(facts?.faults).toMatchObject([{ effect: 'refused', at: [12, 13] }]);
});

test('a type twice', async () => {
  expect((await read('type A { b: Int }\ntype A { c: Int }\n'))?.faults).toMatchObject([
    { what: "the type 'A' is defined twice" },
  ]);
});
