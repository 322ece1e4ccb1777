import { describe, expect, test } from '@jest/globals';
import type { AnyArtifact, OpenApiFacts, OperationFacts } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { contractParts } from './relation.ts';

const operation = (method: string, path: string): OperationFacts => ({
  method,
  path,
  responses: ['200'],
  security: 'unsaid',
  spans: { '': [0, 3] },
});
const description = (facts: Partial<OpenApiFacts>): OpenApiFacts => ({
  form: 'openapi',
  specVersion: '3.0.3',
  servers: [],
  operations: [],
  splitPaths: [],
  schemes: [],
  security: 'unsaid',
  references: [],
  faults: [],
  spans: {},
  ...facts,
});

function partsOf(facts: Partial<OpenApiFacts>, others: readonly AnyArtifact[] = [], paths: readonly string[] = []) {
  const whole = artifact('openapi', 'api/openapi.yaml', description(facts));
  const context = contextOf([whole, ...others], paths);
  const base = { path: whole.path, pathClass: 'authored', level: 'parsed', subjectId: whole.path } as const;
  return contractParts.build(context)({ ...base, at: () => ({ path: whole.path }), artifact: whole });
}

describe('operations in other files', () => {
  const split = (target: string, method?: string) => ({
    splitPaths: [{ path: '/a', target, at: [5, 9] as const, ...(method === undefined ? {} : { method }) }],
  });
  const part = (path: string, method: string, pointer: string) =>
    artifact('openapi-part', path, { operations: [{ ...operation(method, ''), pointer }] });

  test.each([
    ['paths/a.yaml', part('api/paths/a.yaml', 'get', ''), 'get'],
    ['./paths/a%20b.yaml', part('api/paths/a b.yaml', 'get', ''), 'get'],
    ['../all.yaml#/paths/~1a', part('all.yaml', 'put', '/paths//a'), 'put'],
  ])('%s', (target, other, method) => {
    const { operations, unseen } = partsOf(split(target), [other]);
    expect(operations).toMatchObject([{ method, path: '/a', at: { path: other.path, span: [0, 3] } }]);
    expect(unseen).toEqual([]);
  });

  test('a single operation takes the method that names it', () => {
    expect(partsOf(split('get.yaml', 'get'), [part('api/get.yaml', '', '')]).operations).toMatchObject([
      { method: 'get' },
    ]);
  });

  test.each(['gone.yaml', 'paths/a.yaml#/other', '../../out.yaml'])('%s cannot be followed', (target) => {
    const { operations, unseen } = partsOf(split(target), [part('api/paths/a.yaml', 'get', '')]);
    expect(operations).toEqual([]);
    expect(unseen).toEqual([{ target, at: { path: 'api/openapi.yaml', span: [5, 9] } }]);
  });
});

describe('references to files', () => {
  const refer = (target: string, remote?: true) => ({
    references: [{ target, at: [1, 2] as const, ...(remote ? { remote } : {}) }],
  });
  test.each([
    ['./schemas/a.yaml', []],
    ['schemas/a.yaml#/b', []],
    ['./schemas/b.yaml', ['./schemas/b.yaml']],
    ['../b.json#/c', ['../b.json#/c']],
    ['registry-name', []],
    ['/absolute.yaml', []],
    ['./{{ .Values.a }}.yaml', []],
    ['../../outside.yaml', []],
  ])('%s', (target, missing) => {
    const found = partsOf(refer(target), [], ['api/schemas/a.yaml']).missing;
    expect(found.map((reference) => reference.target)).toEqual(missing);
  });

  test('other hosts are counted, not asked', () => {
    expect(partsOf(refer('https://acme.org/a.yaml', true))).toMatchObject({ missing: [], remote: 1 });
  });
});

describe('sections in a file beside it', () => {
  const sections = (path: string, ...names: string[]) =>
    artifact('openapi-part', path, { operations: [], sections: names });

  test.each([
    ['the sections it lacks', sections('api/components.yaml', 'components'), { path: 'api/components.yaml' }],
    ['other sections', sections('api/other.yaml', 'definitions'), undefined],
    ['another folder', sections('lib/components.yaml', 'components'), undefined],
  ])('%s', (_name, other, completedBy) => {
    expect(partsOf({ lacks: ['components'] }, [other]).completedBy).toEqual(completedBy);
  });
  test('nothing is put together with a description that has all it refers to', () => {
    expect(partsOf({}, [sections('api/components.yaml', 'components')]).completedBy).toBeUndefined();
  });
});

describe('a description without `info`', () => {
  const whole = (path: string, facts: Partial<OpenApiFacts> = {}) =>
    artifact('openapi', path, description({ spans: { info: [0, 4] }, ...facts }));
  const referring = { references: [{ target: '../api/openapi.yaml#/paths/~1a', at: [1, 2] as const }] };

  test.each([
    ['its name goes on where that of another ends', whole('api/open.yaml'), undefined],
    ['another refers into it', whole('web/all.yaml', referring), 'web/all.yaml'],
    ['one in another folder', whole('web/all.yaml'), undefined],
  ])('%s', (_name, other, completedBy) => {
    expect(partsOf({}, [other]).completedBy?.path).toBe(completedBy);
  });

  test('its name takes that of another further', () => {
    const part = artifact('openapi', 'api/orders-older.yaml', description({}));
    const base = { path: part.path, pathClass: 'authored', level: 'parsed', subjectId: part.path } as const;
    const of = (beside: string) =>
      contractParts.build(contextOf([part, whole(beside)]))({
        ...base,
        at: () => ({ path: part.path }),
        artifact: part,
      }).completedBy;
    expect(of('api/orders.yaml')).toEqual({ path: 'api/orders.yaml' });
    expect(of('api/orders-newer.yaml')).toBeUndefined();
    expect(of('api/order.yaml')).toBeUndefined();
  });
  test('one that says whose it is, is whole', () => {
    expect(partsOf({ spans: { info: [0, 4] } }, [whole('web/all.yaml', referring)]).completedBy).toBeUndefined();
  });
});

describe('a file that a command downloads', () => {
  const script = (text: string, folder = '') =>
    artifact('build-script', folder === '' ? 'package.json' : `${folder}/package.json`, {
      tool: 'npm',
      folder,
      includes: [],
      targets: [{ name: 'fetch', at: [0, 1], commands: [{ text, at: [2, 3] }] }],
    });
  const url = 'https://stock.example.org/v3/api-docs';

  test.each([
    [`curl -o ./api/openapi.yaml ${url} && prettier --write api`, ''],
    [`curl -sSfo api/openapi.yaml ${url}`, ''],
    [`curl ${url} --output=api/openapi.yaml`, ''],
    [`wget -O openapi.yaml ${url}`, 'api'],
    [`wget -qO api/openapi.yaml ${url}`, ''],
    [`cd api && curl ${url} --output openapi.yaml`, ''],
  ])('%s in %j', (text, folder) => {
    expect(partsOf({}, [script(text, folder)]).fetched).toEqual({
      host: 'stock.example.org',
      at: { path: folder === '' ? 'package.json' : 'api/package.json', span: [2, 3] },
    });
  });
  test.each([
    'curl -o api/openapi.yaml http://localhost:8080/v3/api-docs',
    'curl -o api/openapi.yaml http://api:8080/v3/api-docs',
    'curl -o api/openapi.yaml $HOST/v3/api-docs',
    `curl -o api/other.yaml ${url}`,
    `curl ${url} -d @api/openapi.yaml`,
    'echo api/openapi.yaml',
  ])('not by %s', (text) => {
    expect(partsOf({}, [script(text)]).fetched).toBeUndefined();
  });
});

test.each([
  ['orval.config.ts', ['package.json'], 'orval.config.ts'],
  ['api/orval.config.mts', [], 'api/orval.config.mts'],
  ['kiota-lock.json', [], 'kiota-lock.json'],
  ['orval.config.ts', ['api/package.json'], undefined],
  ['web/orval.config.ts', [], undefined],
  ['openapitools.json', [], undefined],
])('a generator of clients: %s beside %j', (configuration, others, expected) => {
  expect(partsOf({}, [], [configuration, ...others]).clientOf?.path).toBe(expected);
});

test('a build that makes a client of it', () => {
  const build = (path: string, clientsFrom: readonly string[]) =>
    artifact('dependency-manifest', path, {
      ecosystem: 'gradle',
      private: false,
      library: false,
      command: false,
      dependencies: [],
      people: [],
      clientsFrom,
    });
  expect(partsOf({}, [build('app/build.gradle', ['../api/openapi.yaml'])]).clientOf?.path).toBe('app/build.gradle');
  expect(partsOf({}, [build('app/build.gradle', ['api/openapi.yaml', '../../../api/openapi.yaml'])]).clientOf).toBe(
    undefined,
  );
});
