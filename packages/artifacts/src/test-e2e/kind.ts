import { testKind } from '../test-suite/test-kind.ts';

/** Tests that use the whole as people do: in a browser, on a device, in a cluster. */
export const testE2eKind = testKind('test-e2e');
