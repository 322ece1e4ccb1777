import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { openapiKind } from './kind.ts';

const paths = 'paths:\n  /a:\n    get:\n      responses: { 200: { description: d } }\n';
const json = (value: object) => JSON.stringify(value);
const item = { '/a': { get: { responses: { 200: { description: 'd' } } } } };

describe('what is a description', () => {
  test.each([
    ['openapi.yaml', `openapi: 3.0.3\ninfo: { title: A }\n${paths}`],
    ['openapi.yml', `---\n"openapi": "3.1.0"\n${paths}`],
    ['api.yaml', `swagger: '2.0'\n${paths}`],
    ['swagger.yaml', `swagger: 2.0\n${paths}`],
    ['a.json', json({ openapi: '3.0.0', paths: item })],
    ['sorted.json', json({ definitions: {}, paths: item, swagger: '2.0' })],
    ['hooks.yaml', 'openapi: 3.1.0\ninfo: { title: A }\nwebhooks:\n  made: { post: {} }\n'],
  ])('%s', async (path, text) => {
    const { artifacts, problems } = await parseFile(openapiKind, path, text);
    expect(problems).toEqual([]);
    expect(artifacts.map(({ kind }) => kind)).toEqual(['openapi']);
    expect(artifacts[0]?.confidence).toBeGreaterThan(0.6);
  });

  test.each([
    [
      'a schema of a custom resource',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  versions:\n    - schema: { openAPIV3Schema: { type: object } }\n',
    ],
    [
      'a catalog entity that holds one',
      `apiVersion: backstage.io/v1alpha1\nkind: API\nspec:\n  definition: |\n    openapi: 3.0.0\n    ${paths.replaceAll('\n', '\n    ')}`,
    ],
    ['settings of a generator', 'openapi: 3.0.0\noutput: dist\n'],
    ['components for others to use', 'openapi: 3.0.0\ninfo: { title: A }\npaths: {}\ncomponents: {}\n'],
    ['another version of the key', `openapi: latest\n${paths}`],
    ['a page about it', '# openapi: 3.0.0\ntitle: x\n'],
  ])('not %s', async (_name, text) => {
    expect(await parseFile(openapiKind, 'a.yaml', text)).toEqual({ artifacts: [], problems: [] });
  });

  test.each([
    ['package.json', false],
    ['tsconfig.base.json', false],
    ['package-lock.json', false],
    ['Catalog.API.json', true],
    ['rpc.swagger.json', true],
  ])('%s is a candidate: %s', (name, candidate) => {
    expect(openapiKind.paths.test?.(name)).toBe(candidate);
  });
});

describe('structure', () => {
  const faultsOf = async (text: string) =>
    (await parseFile(openapiKind, 'a.yaml', text)).artifacts[0]?.facts.faults.map(({ what }) => what);
  const schemaOf = (schema: string) =>
    `openapi: 3.0.0\ninfo: { title: A }\n${paths}components:\n  schemas:\n    A: ${schema}\n`;

  test.each([
    ['{ properties: [a] }', '`properties` of a schema is no mapping'],
    ['{ enum: a }', '`enum` of a schema is no list'],
    ['{ allOf: { type: object } }', '`allOf` of a schema is no list'],
    ['{ properties: { b: { type: string, required: true } } }', '`required` of a schema is a list of names'],
    ['{ requires: [a] }', '`requires` says nothing in a schema (did you mean `required`?)'],
    ['{ items: { type: list } }', "a schema has the type 'list', which is none"],
  ])('a schema %s', async (schema, what) => {
    expect(await faultsOf(schemaOf(schema))).toEqual([what]);
  });

  test.each([
    '{ properties: { required: { type: boolean }, enum: { type: string } } }',
    '{ type: object, example: { type: thing, enum: x } }',
    '{ default: { properties: [] } }',
    '{ enum: }',
  ])('nothing of a schema %s', async (schema) => {
    expect(await faultsOf(schemaOf(schema))).toEqual([]);
  });

  const operation = (text: string) => `openapi: 3.0.0\ninfo: { title: A }\npaths:\n  /a/{id}:\n    get: ${text}\n`;
  test.each([
    ['{ parameters: { id: {} }, responses: {} }', '`parameters` is no list'],
    [
      '{ parameters: [{ name: id, in: path, required: true }], responses: [] }',
      '`responses` of GET /a/{id} is no mapping',
    ],
    [
      '{ parameters: [{ name: id, in: body }], responses: {} }',
      "the parameter 'id' is in 'body', which is no place for one",
    ],
    [
      '{ parameters: [{ name: id, in: path }], responses: {} }',
      "the path parameter 'id' is not marked `required: true`",
    ],
    [
      '{ parameters: [{ name: id, in: path, required: true }], responses: { ok: {} } }',
      "GET /a/{id} has a response 'ok', which is no status",
    ],
  ])('an operation %s', async (text, what) => {
    expect(await faultsOf(operation(text))).toContain(what);
  });

  const item = (name: string, method: string) =>
    `  /a/{${name}}:\n    ${method}:\n      parameters: [{ name: ${name}, in: path, required: true }]\n      responses: {}\n`;
  test.each([
    ['one method', 'get', ['GET /a/{y} is the same as GET /a/{x} for every caller']],
    ['a method each', 'put', []],
  ])('one path under two names with %s', async (_name, method, faults) => {
    const text = `openapi: 3.0.0\ninfo: { title: A }\npaths:\n${item('x', 'get')}${item('y', method)}`;
    expect(await faultsOf(text)).toEqual(faults);
  });

  test('parameters in other files may be the ones that seem to be missing', async () => {
    expect(await faultsOf(operation('{ parameters: [{ $ref: p.yaml }], responses: {} }'))).toEqual([]);
  });
});

describe('what is read', () => {
  test('operations, with what they say of failure and callers', async () => {
    const text = `openapi: 3.0.3
info: { title: Orders, version: 1.4.0 }
servers: [{ url: https://orders.acme.org }]
security: [{ token: [] }]
paths:
  /orders:
    parameters: []
    get: { operationId: list, responses: { '200': {}, default: {} } }
    post: { security: [], deprecated: true, description: gone in 2027, responses: { '201': {}, x-note: {} } }
  /split: { $ref: paths/split.yaml }
  /local: { $ref: '#/components/pathItems/local' }
components:
  securitySchemes: { token: { type: http } }
  pathItems: { local: { put: { responses: { '204': {} } } } }
`;
    const { artifacts } = await parseFile(openapiKind, 'a.yaml', text);
    const facts = artifacts[0]?.facts;
    expect(facts).toMatchObject({
      form: 'openapi',
      specVersion: '3.0.3',
      title: 'Orders',
      version: '1.4.0',
      servers: ['https://orders.acme.org'],
      security: 'secured',
      schemes: [{ name: 'token', type: 'http' }],
      splitPaths: [{ path: '/split', target: 'paths/split.yaml' }],
      faults: [],
    });
    expect(facts?.operations.map(({ spans: _, ...operation }) => operation)).toEqual([
      { method: 'get', path: '/orders', id: 'list', responses: ['200', 'default'], security: 'unsaid' },
      { method: 'post', path: '/orders', deprecated: true, sunset: true, responses: ['201'], security: 'open' },
      { method: 'put', path: '/local', responses: ['204'], security: 'unsaid' },
    ]);
    const at = facts?.operations[0]?.spans[''];
    expect(text.slice(...(at ?? [0, 0]))).toBe('get');
    const [artifact] = artifacts;
    expect(artifact && openapiKind.elements?.(artifact).map(({ name }) => name)).toEqual([
      'GET /orders',
      'POST /orders',
      'PUT /local',
    ]);
  });

  test.each([
    ['Authorization', 'secured'],
    ['X-Api-Key', 'secured'],
    ['X-Request-ID', 'unsaid'],
  ])('a header %s as parameter: %s', async (name, security) => {
    const text = `openapi: 3.0.0\npaths:\n  /a:\n    parameters: [{ $ref: '#/components/parameters/h' }]\n    get: { responses: {} }\ncomponents:\n  parameters:\n    h: { name: ${name}, in: header }\n`;
    expect((await parseFile(openapiKind, 'a.yaml', text)).artifacts[0]?.facts.operations[0]?.security).toBe(security);
  });

  test.each([
    ['of a section that is not there', 'responses: { 200: { $ref: "#/components/responses/A" } }', '', ['components']],
    [
      'of a section that is there',
      'responses: { 200: { $ref: "#/components/responses/A" } }',
      'components: {}\n',
      undefined,
    ],
    ['none', 'responses: {}', '', undefined],
  ])('dangling references: %s', async (_name, operation, more, lacks) => {
    const text = `openapi: 3.0.0\npaths:\n  /a:\n    get: { ${operation} }\n${more}`;
    expect((await parseFile(openapiKind, 'a.yaml', text)).artifacts[0]?.facts.lacks).toEqual(lacks);
  });

  test('an extension may say that an operation is public', async () => {
    const text = 'openapi: 3.0.0\npaths:\n  /a:\n    get: { x-authenticated: false, responses: {} }\n';
    expect((await parseFile(openapiKind, 'a.yaml', text)).artifacts[0]?.facts.operations[0]?.security).toBe('open');
  });

  test.each([
    ['Documentation of what is consumed by the Shop in production.', { consumer: 'Shop in production.' }],
    ["API interne consommée par l'application Boutique", { consumer: 'Boutique' }],
    ['Is used by everybody.', {}],
  ])('who calls it: %s', async (description, whose) => {
    const text = json({ openapi: '3.0.0', info: { title: 'Stock', description }, paths: item });
    const facts = (await parseFile(openapiKind, 'a.json', text)).artifacts[0]?.facts;
    expect({ ...(facts?.consumer === undefined ? {} : { consumer: facts.consumer }) }).toEqual(whose);
  });

  test.each([
    [{ 'x-origin': [{ format: 'openapi', url: 'https://example.org/a.yaml' }] }, 'https://example.org/a.yaml'],
    [{ 'x-providerName': 'example.org' }, 'example.org'],
    [{ 'x-origin': 'example.org' }, undefined],
  ])('where it was copied from: %j', async (more, origin) => {
    const text = json({ openapi: '3.0.0', info: { title: 'Stock', ...more }, paths: item });
    expect((await parseFile(openapiKind, 'a.json', text)).artifacts[0]?.facts.origin).toBe(origin);
  });

  test('a generator that leaves its marks', async () => {
    const text = json({ swagger: '2.0', info: { title: 'a.proto', version: 'version not set' }, paths: item });
    const { artifacts } = await parseFile(openapiKind, 'a.json', text);
    expect(artifacts[0]?.facts.generator).toBe('protoc-gen-openapiv2');
  });

  test.each([
    ['api.yaml', `openapi: 3.0.0\n${paths}  bad: [\n`],
    ['api.json', '{"openapi": "3.0.0", "paths": {"/a": {}'],
  ])('a broken file is said to be one: %s', async (path, text) => {
    const { artifacts, problems } = await parseFile(openapiKind, path, text);
    expect(artifacts.map(({ level }) => level)).toEqual(path === 'api.yaml' ? ['scraped'] : []);
    expect(problems[0]).toMatchObject({ kind: 'openapi', effect: 'broken' });
  });

  test('a file that this parser refuses and others read is known by its lines', async () => {
    const text = `openapi: 3.0.0\ninfo:\n  title: Orders\n  version: 1.0.0\npaths:\n  /a:\n    get:\n      responses: {}\n    # note\n    post:\n      x: [ # all\n    1 ]\ncomponents:\n  /b:\n    get:\n`;
    const { artifacts, problems } = await parseFile(openapiKind, 'a.yaml', text);
    expect(problems).toMatchObject([{ effect: 'unseen' }]);
    expect(artifacts[0]).toMatchObject({ level: 'scraped', title: 'Orders', facts: { version: '1.0.0', faults: [] } });
    expect(artifacts[0]?.facts.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /a',
      'post /a',
    ]);
  });

  test("faults of a template are nobody's", async () => {
    const text = `openapi: 3.0.0\npaths:\n  {{ .Values.path }}:\n    get: {}\n`;
    const { artifacts } = await parseFile(openapiKind, 'a.yaml', text);
    expect(artifacts[0]).toMatchObject({ level: 'tolerant', facts: { faults: [] } });
  });
});
