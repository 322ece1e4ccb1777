import { expect, test } from '@jest/globals';
import { batchesOf } from './blob-contents.ts';

const KIB = 1024;

test.each<[string, number[], number[]]>([
  ['none', [], []],
  ['fifty to a query', Array.from({ length: 120 }, () => 1), [50, 50, 20]],
  ['no more than a mebibyte', [400 * KIB, 200 * KIB, 256 * KIB, 256 * KIB, 100 * KIB, 300 * KIB], [4, 2]],
  ['what is asked for alone counts as the largest text', [3_000_000, 3_000_000, 3_000_000, 3_000_000, 1], [4, 1]],
])('blobs are asked for in batches: %s', (_name, sizes, expected) => {
  const ids = sizes.map((_, index) => `id${index}`);
  const batches = batchesOf(ids, new Map(ids.map((id, index) => [id, sizes[index] ?? 0])));
  expect(batches.map((batch) => batch.length)).toEqual(expected);
  expect(batches.flat()).toEqual(ids);
});
