import { describe, expect, test } from '@jest/globals';
import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { MAX_EXPANDED_NODES } from './build.ts';
import { parseYaml, toPlain, YamlMap, type YamlNode } from './index.ts';
import { MAX_JOINED_LINES } from './read.ts';

const INPUTS: Readonly<Record<string, string>> = {
  'plain types': 'a: 1\nb: 0x1F\nc: true\nd: ~\ne:\nf: 1.5e3\ng: yes\nh: on\ni: 010\nj: .inf\nk: 2020-01-01\n',
  'quoted styles': `a: 'it''s'\nb: "t\\tn\\n\\u00e9 \\"q\\""\nc: "x: # no"\n'd e': ''\n"f": ""\n`,
  'quoted over lines': 'a: "one\n  two\n\n  three \\\n  four"\nb: \'one\n  two\'\nc: plain\n  over lines\n',
  'literal blocks': 'a: |\n  one\n   two\n\n  three\nb: |-\n  x\n\nc: |+\n  y\n\nd: |2\n    z\n',
  'folded blocks': 'a: >\n  one\n  two\n\n  three\n   more\n  end\nb: >-\n  x\n  y\n',
  'flow collections': 'a: [1, "two", {b: c, d: [e]}, ]\nb: {x: 1, "y": 2,\n  z: # note ]\n   3 }\nc: []\nd: {}\n',
  'sequences under keys': 'a:\n- 1\n- - 2\n  - 3\n- b: 1\n  c: 2\nd:\n  - e\n',
  comments: '# head\na: 1 # tail\n# between\nb: # after key\n  - x # item\n# end\n',
  'anchors and merges': 'a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: &c\n  z: 1\nd:\n  <<: [*a, *c]\ne: *a\n',
  'several documents': '---\na: 1\n---\nb: 2\n...\n---\n- c\n',
  unicode: 'ключ: значение\n日本: "語 😀"\ne: 😀 x\n',
  'windows lines': 'a: 1\r\nb: |\r\n  x\r\n  y\r\nc: "d\r\n  e"\r\n',
  json: '{"a": [1, true, null, "x\\u0041"], "b": {"c": -1.5}}',
  'tags unknown to all': 'a: !Ref x\nb: !GetAtt [c, d]\ne: !!str 1\n',
  'colons and hashes': 'url: http://x.example/a#b\nt: 12:30\na-b: c#d\n',
};

/** Every scalar in order: path-free, as [start, source]. */
function scalarsHere(node: YamlNode, out: [number, string][]): void {
  if (node.kind === 'scalar')
    out.push([node.style === 'literal' || node.style === 'folded' ? -1 : node.span[0], node.text]);
  else if (node.kind === 'seq') for (const item of node.items) scalarsHere(item, out);
  else for (const entry of node.entries) if (!entry.merged) scalarsHere(entry.value, out);
}

function scalarsThere(node: Node | null, out: [number, string][]): void {
  if (isScalar(node)) {
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const empty = node.range && node.range[0] === node.range[1];
    if (!empty) out.push([block ? -1 : (node.range?.[0] ?? -2), node.source ?? String(node.value)]);
  } else if (isSeq<Node>(node)) for (const item of node.items) scalarsThere(item, out);
  else if (isMap<Node, Node>(node))
    for (const pair of node.items) if (!(isScalar(pair.key) && pair.key.value === '<<')) scalarsThere(pair.value, out);
}

describe('agrees with the yaml package', () => {
  test.each(Object.entries(INPUTS))('%s', (_name, text) => {
    const theirs = parseAllDocuments(text, { merge: true, logLevel: 'silent' });
    const ours = parseYaml(text);
    expect(ours.problems).toEqual([]);
    if (!Array.isArray(theirs)) return;
    expect(ours.documents.map((document) => toPlain(document.root))).toEqual(
      theirs.map((document) => document.toJS() as unknown),
    );
    if (text.includes('*a')) return; // an alias has no position of its own here
    ours.documents.forEach((document, index) => {
      const here: [number, string][] = [];
      const there: [number, string][] = [];
      scalarsHere(document.root, here);
      scalarsThere(theirs[index]?.contents ?? null, there);
      expect(here.filter(([, value]) => value !== '' || text.includes("''"))).toEqual(
        there.filter(([, value]) => value !== '' || text.includes("''")),
      );
    });
  });
});

function root(text: string): YamlMap {
  const node = parseYaml(text).documents[0]?.root;
  if (!(node instanceof YamlMap)) throw new Error('not a mapping');
  return node;
}

describe('spans', () => {
  test.each([
    ['a: x y # c', 'x y'],
    ['a: "q" # c', '"q"'],
    ['a: [1, {b: 2} # ]\n ] # c', '[1, {b: 2} # ]\n ]'],
    ['a: |\n  one\n  two\n\nb: 1', 'one\n  two'],
    ['a:\n  - b: 1\n    c: 2\n\n# c\nd: 1', '- b: 1\n    c: 2'],
    ['a:   \nb: 1', ''],
    ['a: *x', undefined],
  ])('%j', (text, written) => {
    if (written === undefined) return expect(parseYaml(text).problems).toHaveLength(1);
    expect(text.slice(...(root(text).get('a')?.span ?? [0, 0]))).toBe(written);
  });

  test.each([
    ['a: |\n  up{} ==\n    zero\n', 'zero'],
    ['a: >-\n  sum(x)\n  > y\n\n  or z\n', 'or z'],
    ['a: "x \\"q\\" \\u0041 bad"\n', 'bad'],
    ["a: 'it''s bad'\n", 'bad'],
    ['a: one\n  two\n  bad\n', 'bad'],
    ['a: "one\\\n   bad"\n', 'bad'],
    ['a: "\\U0001F600\\n bad"\n', 'bad'],
    ['a: |\r\n  x\r\n  bad\r\n', 'bad'],
  ])('a place inside %j', (text, word) => {
    const value = root(text).get('a');
    if (value?.kind !== 'scalar') throw new Error('not a scalar');
    expect(value.offsetAt(value.text.indexOf(word))).toBe(text.indexOf(word));
  });
});

describe('faults', () => {
  test('duplicate keys are told, the last wins', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    expect(parseYaml(text).documents[0]?.duplicateKeys).toEqual([{ key: 'a', at: [10, 11] }]);
    expect(toPlain(root(text))).toEqual({ a: 3, b: 2 });
  });

  test.each([
    ['a: 1\n---\nb: [\n---\nc: 3\n', [{ a: 1 }, { c: 3 }]],
    ['a: "open\n---\nc: 3\n', [{ c: 3 }]],
    ['a: 1\n---\nb: c: d\n', [{ a: 1 }]],
    ['a: 1\n b: 2\n', []],
    ['---\n---\n---\n}\n', []],
  ])('a broken document hides no other: %j', (text, values) => {
    const { documents, problems } = parseYaml(text);
    expect(documents.map((document) => toPlain(document.root)).filter((value) => value !== null)).toEqual(values);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.effect).toBe('broken');
  });

  test.each([
    ['a quoted value', "a:\n  text: 'one\ntwo'\n  b: 1\n", { a: { text: 'one two', b: 1 } }],
    ['a bracket', 'a:\n  - b: [\n    x,\n  y\n  ]\n    c: 1\n', { a: [{ b: ['x', 'y'], c: 1 }] }],
    ['Windows line ends', 'a:\r\n  b: {\r\n  x: 1\r\n  }\r\n  c: 2\r\n', { a: { b: { x: 1 }, c: 2 } }],
  ])('%s that goes on at the indentation of its key is read as other parsers read it', (_, text, value) => {
    const { documents, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(documents.map((document) => toPlain(document.root))).toEqual([value]);
  });

  test.each([
    ['behind a comment', 'a:\n  b: [ # text\n  x]\n'],
    ['too many lines', `a:\n  b: [\n${'  x,\n'.repeat(MAX_JOINED_LINES + 1)}  ]\n`],
  ])('a value indented too little is not seen: %s', (_, text) => {
    const { documents, problems } = parseYaml(text);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ what: 'a line is indented less than the value it continues', effect: 'unseen' }]);
  });

  test.each(Object.entries(INPUTS))('what stands behind broken documents keeps its places: %s', (_, text) => {
    const before = `a: &x 1\nb: *x\n---\nopen: [\n---\nb: c: d\n---\n`;
    const scalarsOf = (input: string): [number, string][] => {
      const out: [number, string][] = [];
      const { root: last } = parseYaml(input).documents.at(-1) ?? {};
      if (last) scalarsHere(last, out);
      return out;
    };
    const alone = scalarsOf(text).map(([start, source]) => [start < 0 ? start : start + before.length, source]);
    expect(alone.length).toBeGreaterThan(0);
    expect(scalarsOf(before + text)).toEqual(alone);
  });

  test('many broken documents end the attempt', () => {
    expect(parseYaml('a: [\n---\n'.repeat(40)).documents).toEqual([]);
  });

  test('an alias bomb is a problem, not a hang', () => {
    const levels = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x]'
        : `a${index}: &a${index} [${Array(10)
            .fill(`*a${index - 1}`)
            .join(', ')}]`,
    );
    const { documents, problems } = parseYaml(levels.join('\n'));
    expect(documents).toEqual([]);
    expect(problems[0]?.effect).toBe('unseen');
    expect(problems[0]?.what).toContain(String(MAX_EXPANDED_NODES));
  });

  test.each([
    ['a: &a [*a]', 'no finished anchor'],
    [`${'['.repeat(400)}${']'.repeat(400)}`, 'levels deep'],
  ])('beyond a limit: case %#', (text, what) => {
    const { problems } = parseYaml(text);
    expect(problems[0]).toMatchObject({ effect: 'unseen', what: expect.stringContaining(what) });
  });

  test('keys of the language are data', () => {
    expect(root('__proto__: 1\nconstructor: 2\n').get('toString')).toBeUndefined();
    expect(root('__proto__: 1\n').text('__proto__')).toBe('1');
  });
});
