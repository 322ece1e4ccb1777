import { describe, expect, test } from '@jest/globals';
import { compareContracts } from '../index.ts';
import { CLAIMED } from './claimed.ts';
import { compareOpenApi } from './compare.ts';
import { apiOf, changesOf, checksOf, jsonContent, objectOf, STRING, sideOf } from './testing/documents.ts';

const ORDER = objectOf({ id: STRING, note: { type: ['string', 'null'] } }, ['id']);
const answering = (schema: object, more: object = {}) =>
  apiOf({ '/orders': { get: { responses: { 200: jsonContent(schema) } } } }, more);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const components = (schemas: object) => ({ components: { schemas } });

describe('one interface, written in another way', () => {
  const SWAGGER = {
    swagger: '2.0',
    info: { title: 'Orders', version: '1' },
    basePath: '/v1',
    consumes: ['application/json'],
    produces: ['application/json'],
    definitions: {
      Order: {
        type: 'object',
        required: ['id'],
        properties: { id: STRING, note: { type: 'string', 'x-nullable': true } },
      },
    },
    paths: {
      '/orders': {
        post: {
          parameters: [
            { in: 'body', name: 'order', required: true, schema: { $ref: '#/definitions/Order' } },
            { in: 'query', name: 'dry', type: 'boolean' },
          ],
          responses: {
            200: {
              description: '',
              schema: { $ref: '#/definitions/Order' },
              headers: { 'X-Left': { type: 'integer' } },
            },
          },
        },
      },
      '/files': {
        post: {
          parameters: [{ in: 'formData', name: 'file', type: 'file', required: true }],
          consumes: ['multipart/form-data'],
          responses: { 204: { description: '' } },
        },
      },
    },
  };
  const OPENAPI = (openapi: string, note: object) => ({
    openapi,
    info: { title: 'Orders', version: '1' },
    servers: [{ url: '/v1' }],
    components: { schemas: { Order: objectOf({ id: STRING, note }, ['id']) } },
    paths: {
      '/orders': {
        post: {
          parameters: [{ in: 'query', name: 'dry', schema: { type: 'boolean' } }],
          requestBody: { required: true, ...jsonContent(ref('Order')) },
          responses: { 200: { headers: { 'X-Left': { schema: { type: 'integer' } } }, ...jsonContent(ref('Order')) } },
        },
      },
      '/files': {
        post: {
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': { schema: objectOf({ file: { type: 'string', format: 'binary' } }, ['file']) },
            },
          },
          responses: { 204: {} },
        },
      },
    },
  });
  const v30 = OPENAPI('3.0.3', { type: 'string', nullable: true });
  const v31 = OPENAPI('3.1.0', { type: ['string', 'null'] });
  const any = OPENAPI('3.1.0', { anyOf: [STRING, { type: 'null' }] });
  const all = [
    ['2.0', SWAGGER],
    ['3.0', v30],
    ['3.1', v31],
    ['3.1 with alternatives', any],
  ] as const;
  test.each(all.flatMap(([one, before]) => all.map(([other, after]) => [one, other, before, after] as const)))(
    '%s to %s',
    (_one, _other, before, after) => {
      expect(changesOf(before, after)).toEqual([]);
    },
  );

  test('a field of a form is a property of the body', () => {
    const [parameter] = SWAGGER.paths['/files'].post.parameters;
    const more = structuredClone(SWAGGER);
    more.paths['/files'].post.parameters.push({
      ...parameter,
      in: 'formData',
      name: 'owner',
      type: 'string',
      required: true,
    });
    expect(checksOf(SWAGGER, more)).toEqual(['new-required-request-property']);
  });
});

describe('schemas that allow the same', () => {
  const BASE = objectOf({ id: STRING }, ['id']);
  const rows: readonly (readonly [string, object, object])[] = [
    ['by name and in place', answering(ref('Order'), components({ Order: ORDER })), answering(ORDER)],
    ['wrapped to add a word', answering(ORDER), answering({ description: 'An order', allOf: [ORDER] })],
    [
      'with a part moved to a common base',
      answering(objectOf({ id: STRING, total: STRING }, ['id'])),
      answering({ allOf: [ref('Base'), objectOf({ total: STRING })] }, components({ Base: BASE })),
    ],
    [
      'as members under other names',
      answering({ oneOf: [ref('A'), ref('B')] }, components({ A: ORDER, B: BASE })),
      answering({ oneOf: [ref('C'), ref('D')] }, components({ C: BASE, D: ORDER })),
    ],
    [
      'in another order, with other words',
      answering(objectOf({ a: STRING, b: { type: 'integer', description: 'old' } })),
      answering(objectOf({ b: { type: 'integer', description: 'new', example: 4 }, a: STRING })),
    ],
  ];
  test.each(rows)('%s', (_what, before, after) => {
    expect(changesOf(before, after)).toEqual([]);
    expect(changesOf(after, before)).toEqual([]);
  });
});

test('schemas that hold themselves come to an end', () => {
  const tree = (leaf: object) =>
    answering(ref('Node'), components({ Node: objectOf({ leaf, children: { type: 'array', items: ref('Node') } }) }));
  expect(changesOf(tree(STRING), tree({ type: 'integer' })).map(({ what }) => what)).toEqual([
    'the response property leaf of GET /orders (200) is integer where it was string',
  ]);
  const knot = { Node: { allOf: [ref('Node')] } };
  expect(changesOf(answering(ref('Node'), components(knot)), answering(ref('Node'), components(knot)))).toEqual([]);
});

test('a long chain of wrappers, and of schemas that hold the next, is no trouble', () => {
  const LENGTH = 5000;
  const chain = (link: (next: object) => object, end: object) =>
    components(
      Object.fromEntries(
        Array.from({ length: LENGTH }, (_, index) => [
          `S${index}`,
          index + 1 < LENGTH ? link(ref(`S${index + 1}`)) : end,
        ]),
      ),
    );
  for (const link of [(next: object) => ({ allOf: [next] }), (next: object) => objectOf({ next })]) {
    const side = (end: object) => answering(ref('S0'), chain(link, end));
    expect(changesOf(side(STRING), side({ type: 'integer' })).map(({ check }) => check)).toHaveLength(1);
  }
});

test('the day decides whether an announced end has come', async () => {
  const ending = apiOf({ '/orders': { get: { deprecated: true, 'x-sunset': '2026-07-01' } } });
  const compare = (today: string) => compareContracts('openapi', sideOf(ending), sideOf(apiOf({})), today);
  expect(await compare('2026-06-30')).toMatchObject({ changes: [{ check: 'api-path-removed-before-sunset' }] });
  expect(await compare('2026-07-01')).toEqual({ state: 'compared', changes: [] });
});

test('what many operations share is said once, and properties of one schema together', () => {
  const paths = (schema: object) =>
    apiOf(
      Object.fromEntries(
        ['/a', '/b', '/c'].map((path) => [path, { get: { responses: { 200: jsonContent(ref('Order')) } } }]),
      ),
      components({ Order: schema }),
    );
  const before = paths(objectOf({ id: STRING, total: STRING, tax: STRING }, ['id', 'total', 'tax']));
  expect(changesOf(before, paths(objectOf({ id: STRING }, ['id'])))).toMatchObject([
    {
      check: 'response-required-property-removed',
      about: 'GET /a',
      what: 'the response properties `total` and `tax` of GET /a (200) are gone, as in 2 other operations',
    },
  ]);
});

describe('other files', () => {
  const split = answering({ $ref: '../schemas/order.json#/Order' });
  const compare = (before: object | undefined, after: object | undefined) => {
    const beside = (order: object | undefined) => (order ? { 'schemas/order.json': { Order: order } } : {});
    return compareOpenApi(sideOf(split, beside(before)), sideOf(split, beside(after)));
  };
  test('a change in one is found, and placed there', () => {
    expect(compare(ORDER, objectOf({ id: STRING }, ['id']))).toMatchObject({
      state: 'compared',
      changes: [{ check: 'response-optional-property-removed', path: 'schemas/order.json' }],
    });
  });
  test('what is missing on both sides is the same on both', () => {
    expect(compare(undefined, undefined)).toEqual({ state: 'compared', changes: [] });
  });
  test('what is there on one side only leaves it open', () => {
    expect(compare(ORDER, undefined)).toMatchObject({ state: 'unknown', why: expect.stringContaining('order.json') });
  });
  test('nothing is fetched', () => {
    const remote = answering({ $ref: 'https://schemas.example/order.json' });
    expect(changesOf(remote, remote)).toEqual([]);
    expect(compareOpenApi(sideOf(remote), sideOf(answering(ORDER))).state).toBe('unknown');
  });
});

describe('texts that cannot be compared', () => {
  const good = sideOf(answering(ORDER));
  const rows = [
    ['broken', '{"openapi": "3.1.0", "paths": {', 'cannot be read'],
    ['no description', '{"paths": {}}', 'neither OpenAPI 3 nor Swagger 2.0'],
    ['empty', '', 'api/openapi.json'],
  ] as const;
  test.each(rows)('%s', async (_what, text, why) => {
    const bad = { ...good, text };
    expect(compareOpenApi(good, bad)).toEqual({ state: 'unknown', why: expect.stringContaining(why) });
    expect(compareOpenApi(bad, good)).toEqual({ state: 'unknown', why: expect.stringContaining('the older') });
    expect(await compareContracts('openapi', good, bad)).toMatchObject({ state: 'unknown' });
  });
});

test('a change is placed at what it concerns', () => {
  const after = answering(objectOf({ id: STRING, note: STRING }, ['id']));
  const [change] = changesOf(answering(objectOf({ id: { type: 'integer' }, note: STRING }, ['id'])), after);
  const text = sideOf(after).text;
  expect(change?.at && text.slice(...change.at)).toBe('"type"');
});

describe('a request that is only described better', () => {
  const taking = (schema: object) =>
    apiOf({ '/orders': { post: { requestBody: jsonContent(objectOf({ x: schema })), responses: {} } } });
  test.each<[string, object, object, string]>([
    ['a type where there was none', {}, objectOf({ a: STRING }), 'risky'],
    ['a format of what was a text', STRING, { type: 'string', format: 'uri' }, 'risky'],
    ['a format of a number', { type: 'integer' }, { type: 'integer', format: 'int32' }, 'breaking'],
    ['another format', { type: 'string', format: 'date' }, { type: 'string', format: 'uuid' }, 'breaking'],
    ['another type', STRING, { type: 'integer' }, 'breaking'],
  ])('%s', (_, before, after, level) => {
    expect(changesOf(taking(before), taking(after)).map((change) => change.level)).toEqual([level]);
  });
});

test('equal documents have no changes, and every check has a level', () => {
  expect(changesOf(answering(ORDER), answering(ORDER))).toEqual([]);
  expect(new Set(CLAIMED.values())).toEqual(new Set(['breaking', 'risky']));
});
