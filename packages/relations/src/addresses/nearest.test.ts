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

test('a limit in letters rules out long names that share a beginning', () => {
  expect(nearest('service-monitor-kubelet.yaml', ['service-monitor.yaml'], 2)).toBeUndefined();
  expect(nearest('service-monitor.yml', ['service-monitor.yaml'], 2)).toBe('service-monitor.yaml');
});
