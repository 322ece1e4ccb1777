import { GitHubFault } from './faults/github-fault.ts';

/**
 * Creates something that must not be there twice. Where no answer came, nobody knows whether it worked: then it looks first
 * whether it is there now, and creates it once more only if not. What GitHub finishes later than that look is there twice;
 * nothing in its API can exclude it.
 */
export async function createOnce<T>(create: () => Promise<T>, look: () => Promise<T | undefined>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'unavailable') throw error;
    return (await look()) ?? (await create());
  }
}
