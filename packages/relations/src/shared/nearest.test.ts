import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

test.each([
  ['queue-dept', ['queue-depth', 'high-latency'], 'queue-depth'],
  ['Queue-Depth', ['queue-depth'], 'queue-depth'],
  ['restore', ['backup', 'migrate'], undefined],
  ['step-1x', ['step-1a', 'step-1b'], undefined],
  ['a', ['b'], undefined],
])('nearest to %s of %j', (wanted, candidates, found) => {
  expect(nearest(wanted, candidates)).toBe(found);
});
