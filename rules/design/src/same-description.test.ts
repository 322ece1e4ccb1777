import { expect, test } from '@jest/globals';
import type { Artifact } from '@shipworthy/rule-kit';
import { descriptionKey, standings } from './same-description.ts';

test.each([
  ['json/Transfers-v3.json', 'yaml/Transfers-v3.yaml', true],
  ['api/v1/openapi.yaml', 'api/v2/openapi.yaml', true],
  ['api/openapi.json', 'api/openapi.yaml', true],
  ['orders/openapi.yaml', 'payments/openapi.yaml', false],
])('%s and %s of one title are one: %s', (one, other, same) => {
  expect(descriptionKey(one, 'Transfers') === descriptionKey(other, 'Transfers')).toBe(same);
  expect(descriptionKey(one, 'Transfers')).not.toBe(descriptionKey(one, 'Payments'));
});

test.each([
  ['Stock API v1.4', 'Stock API v1.15', true],
  ['Stock 2021-01-01', 'Stock', true],
  ['Route53 API', 'Route API', false],
])('titles %j and %j are one but for the version: %s', (one, other, same) => {
  expect(descriptionKey('api/a.yaml', one) === descriptionKey('api/b.yaml', other)).toBe(same);
});

const description = (path: string, title: string, operations: readonly string[] = []): Artifact<'openapi'> => ({
  kind: 'openapi',
  path,
  pathClass: 'authored',
  level: 'parsed',
  confidence: 1,
  why: [],
  id: path,
  facts: {
    form: 'openapi',
    specVersion: '3.0.3',
    title,
    servers: [],
    operations: operations.map((name) => ({
      method: 'get',
      path: name,
      responses: ['200'],
      security: 'unsaid',
      spans: {},
    })),
    splitPaths: [],
    schemes: [],
    security: 'unsaid',
    references: [],
    faults: [],
    spans: {},
  },
});

test.each([
  ['files', ['api/stock-v1.9.yaml', 'api/stock-v1.10.yaml', 'api/stock-v1.2.yaml'], 'api/stock-v1.10.yaml'],
  ['folders', ['api/v1/openapi.yaml', 'api/v2/openapi.yaml'], 'api/v2/openapi.yaml'],
  ['dates', ['2021-10-01/openapi.yaml', '2021-09-30/openapi.yaml'], '2021-10-01/openapi.yaml'],
])('versions in names of %s: only the newest has none before it', (_name, paths, newest) => {
  const standing = standings(paths.map((path) => description(path, 'Stock')));
  for (const path of paths) expect(standing.get(path)?.newer).toBe(path === newest ? undefined : newest);
});

test('versions in titles, one without a version, and one of another interface', () => {
  const standing = standings([
    description('api/a.yaml', 'Stock v1'),
    description('api/b.yaml', 'Stock v2'),
    description('api/c.yaml', 'Stock'),
    description('api/d.yaml', 'Orders v1'),
  ]);
  expect(['a', 'b', 'c', 'd'].map((name) => standing.get(`api/${name}.yaml`)?.newer)).toEqual([
    'api/b.yaml',
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['all operations of it', ['/a', '/b', '/c', '/d'], true],
  ['the same', ['/a', '/b', '/c'], true],
  ['not all', ['/a', '/b', '/d', '/e'], false],
])('another description with %s', (_name, operations, same) => {
  const standing = standings([
    description('src/part.yaml', 'Stock', ['/a', '/b', '/c']),
    description('out/merged.yaml', 'Everything', operations),
  ]);
  expect(standing.get('src/part.yaml')?.cause === standing.get('out/merged.yaml')?.cause).toBe(same);
});

test('few operations in common tell nothing', () => {
  const standing = standings([description('a/x.yaml', 'A', ['/a', '/b']), description('b/x.yaml', 'B', ['/a', '/b'])]);
  expect(standing.get('a/x.yaml')?.cause).not.toBe(standing.get('b/x.yaml')?.cause);
});
