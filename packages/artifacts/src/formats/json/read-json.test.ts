import { describe, expect, test } from '@jest/globals';
import { toPlain, type YamlNode } from '../yaml/index.ts';
import { parseJson } from './read-json.ts';

const plain = (node: YamlNode | undefined) => (node ? toPlain(node) : undefined);

describe('agrees with the parser of the language', () => {
  test.each([
    '{"a": [1, true, null, "x\\u0041\\n\\"q\\"\\/"], "b": {"c": -1.5e3, "": {}}, "d": []}',
    '[{"a": 1}, [], "\\ud83d\\ude00 é"]',
    '"text"',
    '{\n\t"a":\t"tabs",\r\n\t"b": "005"\n}\n',
    '{"__proto__": 1, "constructor": {"a": 2}}',
  ])('%j', (text) => {
    const { root, problem } = parseJson(text);
    expect(problem).toBeUndefined();
    expect(JSON.stringify(plain(root))).toBe(JSON.stringify(JSON.parse(text)));
  });
});

test('nodes stand where they are written', () => {
  const text = '{ "a": "x", "b": [ 12, {} ] }';
  const { root } = parseJson(text);
  if (root?.kind !== 'map') throw new Error('not a mapping');
  const spans = [root.entry('a')?.keySpan, root.get('a')?.span, root.get('b')?.span, root.items('b')[0]?.span];
  expect(spans.map((span) => text.slice(...(span ?? [0, 0])))).toEqual(['"a"', '"x"', '[ 12, {} ]', '12']);
});

test('comments and trailing commas are read', () => {
  expect(plain(parseJson('// c\n{ "a": 1, /* b */ }').root)).toEqual({ a: 1 });
});

test('duplicate keys are told, the last wins', () => {
  const { root, duplicateKeys } = parseJson('{"a": 1, "a": 2}');
  expect(plain(root)).toEqual({ a: 2 });
  expect(duplicateKeys).toEqual([{ key: 'a', at: [9, 12] }]);
});

test.each([
  ['{"a": 1 "b": 2}', 'a comma is missing', 'broken'],
  ['{"a": }', 'a value is missing', 'broken'],
  ['{"a": "x', 'a string is never closed', 'broken'],
  ['{"a": 1', 'a brace is never closed', 'broken'],
  ['{a: 1}', 'a word stands where a value in quotes belongs', 'broken'],
  [`${'['.repeat(5000)}`, 'nested more than 100 levels deep', 'unseen'],
])('%j: %s', (text, what, effect) => {
  expect(parseJson(text).problem).toMatchObject({ what, effect });
});
