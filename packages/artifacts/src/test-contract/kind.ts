import { testKind } from '../test-suite/test-kind.ts';

/** Tests that hold a program to the description of its interface. */
export const testContractKind = testKind('test-contract');
