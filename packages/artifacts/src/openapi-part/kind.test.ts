import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { openapiPartKind } from './kind.ts';

const get = 'get:\n  responses: { 200: { description: d } }\n';
const below = (key: string) => `${key}:\n  ${get.replaceAll('\n', '\n  ').trimEnd()}\n`;

test.each([
  ['a path item', get, [['get', '', '']]],
  ['a map of path items', below('/a'), [['get', '/a', '//a']]],
  ['paths', `paths:\n  ${below('/a').replaceAll('\n', '\n  ').trimEnd()}\n`, [['get', '/a', '/paths//a']]],
  ['a single operation', 'summary: s\nresponses: { 200: { description: d } }\n', [['', '', '']]],
])('%s', async (_name, text, operations) => {
  const { artifacts } = await parseFile(openapiPartKind, 'paths/a.yaml', text);
  expect(artifacts[0]?.facts.operations.map(({ method, path, pointer }) => [method, path, pointer])).toEqual(
    operations,
  );
});

test.each([
  ['a whole description', `openapi: 3.0.0\npaths:\n  ${below('/a')}`],
  ['responses of a mock', 'responses:\n  - status: 200\n'],
  ['schemas only', 'Order:\n  type: object\n  description: see responses: below\n'],
])('not %s', async (_name, text) => {
  expect((await parseFile(openapiPartKind, 'a.yaml', text)).artifacts).toEqual([]);
});

test('a header of credentials closes an operation', async () => {
  const text = `parameters: [{ name: x-publishable-api-key, in: header }]\n${get}`;
  const { artifacts } = await parseFile(openapiPartKind, 'paths/a.yaml', text);
  expect(artifacts[0]?.facts.operations[0]?.security).toBe('secured');
});

test.each([
  ['components', 'components:\n  schemas:\n    Order: { type: object }\n', ['components']],
  ['definitions of Swagger', 'definitions:\n  Order: { type: object }\n', ['definitions']],
  ['components of something else', 'components:\n  - ../base\n', undefined],
  ['parts of a program', 'components:\n  header: { file: a.vue }\n', undefined],
])('sections that others refer to: %s', async (_name, text, sections) => {
  const { artifacts } = await parseFile(openapiPartKind, 'components.yaml', text);
  expect(artifacts[0]?.facts.sections).toEqual(sections);
});
