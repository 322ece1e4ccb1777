import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { avroSchemaKind } from './kind.ts';

const read = async (value: object, path = 'a.avsc') =>
  (await parseFile(avroSchemaKind, path, JSON.stringify(value))).artifacts[0]?.facts;
const record = (fields: readonly object[], more: object = {}) => ({
  type: 'record',
  name: 'A',
  namespace: 'acme',
  fields,
  ...more,
});

test('names, fields and what is defined elsewhere', async () => {
  const facts = await read(
    record([
      { name: 'id', type: 'string' },
      {
        name: 'to',
        type: ['null', { type: 'record', name: 'Address', fields: [{ name: 'zip', type: 'int' }] }],
        default: null,
      },
      { name: 'from', type: ['null', 'Address', 'other.B'], default: null },
      { name: 'tags', type: { type: 'array', items: 'Tag' } },
    ]),
  );
  expect(facts).toMatchObject({ name: 'acme.A', form: 'record', faults: [] });
  expect(facts?.fields.map(({ name, hasDefault }) => [name, hasDefault])).toEqual([
    ['id', false],
    ['to', true],
    ['Address.zip', false],
    ['from', true],
    ['tags', false],
  ]);
  expect(facts?.undefinedTypes.map(({ name }) => name)).toEqual(['other.B', 'acme.Tag']);
});

describe('faults', () => {
  test.each([
    [
      record([
        { name: 'a', type: 'int' },
        { name: 'a', type: 'int' },
      ]),
      "the field 'a' stands twice",
    ],
    [record([{ name: 'a' }]), 'a field has no `name` or no `type`'],
    [record([{ name: 'a', type: { type: 'array' } }]), 'a schema of type `array` does not say what it holds'],
    [{ type: 'enum', name: 'E', symbols: ['A', 'A'] }, "the symbol 'A' stands twice"],
    [{ type: 'enum', name: 'E', symbols: ['A'], default: 'B' }, "the default 'B' is none of the symbols"],
    [{ type: 'record', name: 'A-B', fields: [] }, "'A-B' is no name for a schema"],
    [
      record([{ name: 'a', type: ['null', 'int'], default: 5 }]),
      "the default of 'a' is no value of the first type of its union",
    ],
  ])('%j', async (value, what) => {
    expect((await read(value))?.faults.map((fault) => fault.what)).toEqual([what]);
  });
});

test('protocols and lists', async () => {
  expect(await read({ protocol: 'P', namespace: 'acme', types: [record([])] }, 'p.avpr')).toMatchObject({
    form: 'protocol',
    name: 'acme.P',
  });
  expect((await parseFile(avroSchemaKind, 'a.avsc', JSON.stringify([record([])]))).artifacts[0]?.facts.form).toBe(
    'list',
  );
});

test('a file that is no JSON is said to be one', async () => {
  const { problems } = await parseFile(avroSchemaKind, 'a.avsc', '{"type": "record", }}');
  expect(problems).toMatchObject([{ kind: 'avro-schema', effect: 'broken' }]);
});
