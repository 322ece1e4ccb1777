import { expect, test } from '@jest/globals';
import { circlesOf } from './cycles.ts';

const circles = (edges: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(circlesOf(Object.keys(edges), (node) => edges[node] ?? []));

test.each([
  ['a chain', { a: ['b'], b: ['c'] }, {}],
  ['itself', { a: ['a'] }, { a: ['a'] }],
  ['two', { a: ['b'], b: ['a'] }, { a: ['a', 'b'], b: ['a', 'b'] }],
  ['a tail that leads into one', { t: ['a'], a: ['b'], b: ['a'] }, { a: ['a', 'b'], b: ['a', 'b'] }],
  ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'] }, {}],
  [
    'three, entered in the middle',
    { b: ['c'], a: ['b'], c: ['a'] },
    { a: ['b', 'c', 'a'], b: ['b', 'c', 'a'], c: ['b', 'c', 'a'] },
  ],
])('%s', (_name, edges, expected) => {
  expect(circles(edges)).toEqual(expected);
});

test('a long chain is walked once', () => {
  let steps = 0;
  const next = (node: string) => {
    steps += 1;
    return node === '0' ? [] : [String(Number(node) - 1)];
  };
  const nodes = Array.from({ length: 5000 }, (_, i) => String(i));
  expect(circlesOf(nodes, next).size).toBe(0);
  expect(steps).toBe(5000);
});
