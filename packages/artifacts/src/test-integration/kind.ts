import { testKind } from '../test-suite/test-kind.ts';

/** Tests that start the application or speak to a real store, queue or service. */
export const testIntegrationKind = testKind('test-integration');
