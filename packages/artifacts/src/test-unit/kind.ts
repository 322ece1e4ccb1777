import { testKind } from '../test-suite/test-kind.ts';

/** Tests of one piece of the code at a time, in the process of the tests. */
export const testUnitKind = testKind('test-unit');
