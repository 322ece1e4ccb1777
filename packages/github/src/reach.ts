import { SourceError } from '@shipworthy/model';
import { commitOf } from '@shipworthy/sources';
import type { Reach } from './check.ts';

/** Where commits come from when nothing but the checkout is asked. */
export const CHECKOUT_ONLY: Reach = {
  remote: undefined,
  has: async (root, commit) => {
    try {
      return (await commitOf(root, commit)) !== undefined;
    } catch (error) {
      if (error instanceof SourceError) return false;
      throw error;
    }
  },
  fetch: async () => 'the checkout alone is asked',
};
