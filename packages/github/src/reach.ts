import { SourceError } from '@shipworthy/model';
import { commitOf } from '@shipworthy/sources';
import type { Reach } from './check.ts';
import type { Environment } from './environment.ts';
import type { Inputs } from './inputs.ts';
import type { Remote } from './remote.ts';

/** Where commits come from besides the checkout. */
export const reachOf = (_: Environment, __: Inputs, remote: Remote | undefined): Reach => ({
  remote,
  has: async (root, commit) => {
    try {
      return (await commitOf(root, commit)) !== undefined;
    } catch (error) {
      if (error instanceof SourceError) return false;
      throw error;
    }
  },
  fetch: async () => 'the checkout alone is asked',
});
