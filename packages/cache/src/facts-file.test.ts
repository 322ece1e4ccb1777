import { describe, expect, test } from '@jest/globals';
import { decodeFactsFile, encodeFactsFile, type FactsFile, KEY_LENGTH } from './facts-file.ts';

const BUILD = 'b1';
/** Each piece is good until the next is asked for. */
const bytesOf = (pieces: Iterable<Uint8Array>): Buffer =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)));
const key = (name: string): string => name.padEnd(KEY_LENGTH, '_');
const FILE: FactsFile = {
  saves: 7,
  lines: new Map([
    [key('a'), { save: 7, json: Buffer.from('{"title":"caf\u00e9 \u2028 1 2"}') }],
    [key('b'), { save: 3, json: Buffer.from('') }],
    [key('c'), { save: 12, json: Buffer.from('[]') }],
  ]),
};
const bytes = bytesOf(encodeFactsFile(FILE, BUILD));

const readable = (file: FactsFile | undefined): unknown =>
  file && [file.saves, [...file.lines].map(([of, { save, json }]) => [of, save, Buffer.from(json).toString()])];

test('what was encoded is decoded', () => {
  expect(readable(decodeFactsFile(bytes, BUILD))).toEqual(readable(FILE));
});

test('a file without lines', () => {
  const empty = bytesOf(encodeFactsFile({ saves: 1, lines: new Map() }, BUILD));
  expect(readable(decodeFactsFile(empty, BUILD))).toEqual([1, []]);
});

describe('what is not wholly as it was written is nothing', () => {
  test('cut off anywhere', () => {
    const lengths = [...bytes.keys()].filter((length) => decodeFactsFile(bytes.subarray(0, length), BUILD));
    expect(lengths).toEqual([]);
  });
  test('any byte changed', () => {
    const unnoticed = [...bytes.keys()].filter((at) => {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      return decodeFactsFile(damaged, BUILD);
    });
    expect(unnoticed).toEqual([]);
  });
  test('anything added', () => {
    expect(decodeFactsFile(Buffer.concat([bytes, Buffer.from('\n')]), BUILD)).toBeUndefined();
  });
  test('of another build', () => {
    expect(decodeFactsFile(bytes, 'b2')).toBeUndefined();
  });
  test.each(['', '\n', 'x'.repeat(10_000), 'shipworthy-facts/2 b1 x 1\n'])('%j', (text) => {
    expect(decodeFactsFile(Buffer.from(text), BUILD)).toBeUndefined();
  });
});

test('lines that are none are passed over', () => {
  const lines = new Map([
    ['short', { save: 1, json: Buffer.from('{}') }],
    [`${key('a')}long`, { save: 1, json: Buffer.from('{}') }],
    [key('good'), { save: 1, json: Buffer.from('{}') }],
  ]);
  const decoded = decodeFactsFile(bytesOf(encodeFactsFile({ saves: 1, lines }, BUILD)), BUILD);
  expect([...(decoded?.lines.keys() ?? [])]).toEqual([key('good')]);
});

test('lines of any length keep their places', () => {
  const lengths = [0, 1, 100_000, 200_000, 262_144, 300_000, 5, 262_100, 700_000, 3];
  const lines = new Map(
    lengths.map((length, index) => [key(`${index}`), { save: 1, json: Buffer.alloc(length, `${index}`) }] as const),
  );
  const file = { saves: 1, lines };
  expect(readable(decodeFactsFile(bytesOf(encodeFactsFile(file, BUILD)), BUILD))).toEqual(readable(file));
});
