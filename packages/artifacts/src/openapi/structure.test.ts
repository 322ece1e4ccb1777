import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { openapiKind } from './kind.ts';

/** A description as plain values, with what a case changes of it. */
type Plain = Readonly<Record<string, unknown>>;
const operation: Plain = { responses: { 200: { description: 'd' } } };
const v3 = (change: Plain): Plain => ({
  openapi: '3.0.3',
  info: { title: 'A', version: '1' },
  paths: { '/a': { get: operation } },
  ...change,
});
const v31 = (change: Plain): Plain => ({ ...v3({}), openapi: '3.1.0', ...change });
const v2 = (change: Plain): Plain => ({
  swagger: '2.0',
  info: { title: 'A', version: '1' },
  paths: { '/a': { get: operation } },
  ...change,
});
const path = (item: unknown, name = '/a'): Plain => ({ paths: { [name]: item } });
const schema = (value: unknown): Plain => ({ components: { schemas: { A: value } } });
const parameter = (value: unknown, name = '/a/{id}'): Plain =>
  path({ get: { ...operation, parameters: [value] } }, name);

/** Compiles each version's schema once. */
const validator = new Validator();
/** Does the schema that the specification publishes take it? */
async function taken(description: Plain): Promise<boolean> {
  return (await validator.validate(structuredClone(description))).valid;
}
async function faultsOf(description: Plain): Promise<number | undefined> {
  const { artifacts } = await parseFile(openapiKind, 'a.json', JSON.stringify(description));
  return artifacts[0]?.facts.faults.length;
}

describe('what the published schema of the specification refuses, and so do we', () => {
  test.each<[string, Plain]>([
    ['no info', v3({ info: undefined })],
    ['no info (2)', v2({ info: undefined })],
    ['an operation without responses', v3(path({ get: {} }))],
    ['an operation without responses (2)', v2(path({ get: {} }))],
    ['a path without a slash', v3(path({ get: operation }, 'a'))],
    ['a path without a slash (3.1)', v31(path({ get: operation }, 'a'))],
    ['a parameter without a place', v3(parameter({ name: 'id', schema: {} }))],
    ['a parameter in no place', v3(parameter({ name: 'id', in: 'body', schema: {} }))],
    ['a path parameter that is not required', v3(parameter({ name: 'id', in: 'path', schema: {} }))],
    ['a path parameter that is not required (2)', v2(parameter({ name: 'id', in: 'path', type: 'string' }))],
    ['parameters that are no list', v3(path({ get: { ...operation, parameters: { id: {} } } }))],
    ['responses that are no mapping', v3(path({ get: { responses: [] } }))],
    ['a status that is none', v3(path({ get: { responses: { ok: { description: 'd' } } } }))],
    ['a type that is none', v3(schema({ type: 'int' }))],
    ['properties that are no mapping', v3(schema({ properties: [] }))],
    ['an enum that is no list', v3(schema({ enum: 'a' }))],
    ['alternatives that are no list', v3(schema({ oneOf: {} }))],
    ['required that is no list', v3(schema({ properties: { b: { required: true } } }))],
  ])('%s', async (_name, description) => {
    expect(await taken(description)).toBe(false);
    expect(await faultsOf(description)).toBeGreaterThan(0);
  });
});

describe('what it takes, and so do we', () => {
  test.each<[string, Plain]>([
    ['3.0', v3({})],
    ['3.1 without responses', v31(path({ get: {} }))],
    ['2.0', v2({})],
    [
      'ranges of statuses and extensions',
      v3(path({ get: { responses: { '4XX': { description: 'd' }, default: { description: 'd' } } } })),
    ],
    ['a path parameter', v3(parameter({ name: 'id', in: 'path', required: true, schema: { type: 'string' } }))],
    [
      'a file in form data (2)',
      v2(path({ post: { ...operation, parameters: [{ name: 'f', in: 'formData', type: 'file' }] } })),
    ],
    ['types of 3.1', v31(schema({ type: ['string', 'null'] }))],
    [
      'a schema of nothing but alternatives',
      v3(schema({ oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/A' }] })),
    ],
  ])('%s', async (_name, description) => {
    expect(await taken(description)).toBe(true);
    expect(await faultsOf(description)).toBe(0);
  });
});
