import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { jsonSchemaKind } from './kind.ts';

const schema = (fields: object, dialect = 'http://json-schema.org/draft-07/schema#') =>
  JSON.stringify({ $schema: dialect, ...fields });
const read = async (text: string, path = 'schemas/a.json') =>
  (await parseFile(jsonSchemaKind, path, text)).artifacts[0];

test('what is read', async () => {
  const artifact = await read(schema({ title: 'Order', type: 'object', properties: { id: {} }, required: ['id'] }));
  expect(artifact).toMatchObject({
    title: 'Order',
    confidence: 0.85,
    facts: { properties: [{ name: 'id' }], required: ['id'], references: [], faults: [] },
  });
});

describe('its own draft decides', () => {
  test.each([
    [
      'http://json-schema.org/draft-04/schema#',
      { exclusiveMinimum: 5, minimum: 1, type: 'number' },
      '`exclusiveMinimum` must be boolean',
    ],
    [
      'http://json-schema.org/draft-07/schema#',
      { type: 'strin', items: {} },
      '`type` must be equal to one of the allowed values',
    ],
    ['https://json-schema.org/draft-07/schema', { required: 'a', type: 'object' }, '`required` must be array'],
    ['https://json-schema.org/draft/2019-09/schema', { minLength: '1', type: 'string' }, '`minLength` must be integer'],
    ['https://json-schema.org/draft/2020-12/schema', { properties: [], type: 'object' }, '`properties` must be object'],
  ])('%s', async (dialect, fields, what) => {
    expect((await read(schema(fields, dialect)))?.facts.faults.map((fault) => fault.what)).toEqual([what]);
  });

  test.each(['http://json-schema.org/draft-03/schema#', 'http://json-schema.org/schema#'])(
    'nothing is said by %s',
    async (dialect) => {
      expect((await read(schema({ type: 'object', required: true }, dialect)))?.facts.faults).toEqual([]);
    },
  );
});

test.each([
  ['data that follows a schema of a site', '{"$schema": "https://json.schemastore.org/package", "type": "module"}'],
  ['data that points to the draft', schema({ type: 'premium', name: 'x' })],
  ['nothing but the dialect', schema({})],
])('not %s', async (_name, text) => {
  expect(await read(text)).toBeUndefined();
});

test('a schema for everybody is a copy', async () => {
  const artifact = await read(schema({ $id: 'https://json.schemastore.org/sarif-2.1.0.json', type: 'object' }));
  expect(artifact?.facts.copyOf).toBe('SchemaStore');
});
