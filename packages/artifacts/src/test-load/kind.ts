import { testKind } from '../test-suite/test-kind.ts';

/** Tests that put load on the running system. Benchmarks of functions and the traffic of demonstrations are none. */
export const testLoadKind = testKind('test-load');
