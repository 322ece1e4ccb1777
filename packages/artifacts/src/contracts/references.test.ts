import { describe, expect, test } from '@jest/globals';
import { parseYaml, YamlMap } from '../formats/yaml/index.ts';
import { collectReferences, resolvePointer, segments } from './references.ts';

function rootOf(text: string): YamlMap {
  const root = parseYaml(text).documents[0]?.root;
  if (!(root instanceof YamlMap)) throw new Error('not a mapping');
  return root;
}
const faults = (text: string) => collectReferences(rootOf(text)).faults.map(({ what }) => what);

describe('references inside a file', () => {
  test.each([
    ['a: { $ref: "#/b" }\nb: {}\n'],
    ['a: { $ref: "#/b~1c/d~0e" }\nb/c: { d~e: 1 }\n'],
    ['a: { $ref: "#/b%20c" }\nb c: {}\n'],
    ['a: { $ref: "#/list/1" }\nlist: [x, y]\n'],
    ['a: { $ref: "#" }\n'],
    ['a: { $ref: "#name" }\n'],
    ['a: { $ref: "#/b/c" }\nb: { $ref: other.yaml }\n'],
    ['properties: { $ref: { type: string } }\n'],
    ['example: { $ref: "#/gone" }\n'],
    ['examples: [{ $ref: "#/gone" }]\n'],
    ['examples: { one: { value: { $ref: "#/gone" } } }\n'],
    ['x-note: { $ref: "#/gone" }\n'],
  ])('%j leads somewhere or is none', (text) => {
    expect(faults(text)).toEqual([]);
  });

  test.each([
    ['a: { $ref: "#/gone" }\n', "`$ref` '#/gone' leads nowhere in this file"],
    ['a: { $ref: "#/list/2" }\nlist: [x, y]\n', "`$ref` '#/list/2' leads nowhere in this file"],
    ['examples: { one: { $ref: "#/gone" } }\n', "`$ref` '#/gone' leads nowhere in this file"],
    ['properties: { example: { $ref: "#/gone" } }\n', "`$ref` '#/gone' leads nowhere in this file"],
    [
      'a: { $ref: "#/b/order" }\nb: { Orders: {} }\n',
      "`$ref` '#/b/order' leads nowhere in this file (did you mean '#/b/Orders'?)",
    ],
  ])('%j leads nowhere', (text, what) => {
    expect(faults(text)).toEqual([what]);
  });

  test('a target is told once, where it stands first', () => {
    const { faults: found } = collectReferences(rootOf('a: { $ref: "#/x" }\nb: { $ref: "#/y" }\nc: { $ref: "#/x" }\n'));
    expect(found.map(({ at }) => at[0])).toEqual([11, 30]);
  });
});

test('references that leave the file, in order', () => {
  const text = 'a: { $ref: ./a.yaml#/b }\nb: { $ref: "https://acme.org/c.json" }\nc: { $ref: d.json }\n';
  expect(collectReferences(rootOf(text)).outer.map(({ target, remote }) => [target, remote])).toEqual([
    ['./a.yaml#/b', undefined],
    ['https://acme.org/c.json', true],
    ['d.json', undefined],
  ]);
});

test('anchors and aliases are walked once', () => {
  expect(faults('a: &a { $ref: "#/gone" }\nb: *a\nc: *a\n')).toHaveLength(1);
});

test('pointers', () => {
  expect(segments('#/a~1b/c%2Fd/~01')).toEqual(['a/b', 'c/d', '~1']);
  expect(resolvePointer(rootOf('a: 1\n'), '#/a/b')).toBeUndefined();
});
