import { GitHubFault } from '../faults/github-fault.ts';

/** A few lost answers are said of what was lost; more are a failing GitHub or line, and end the audit. */
const MAX_UNAVAILABLE = 3;

/** Tells what one thing alone lacks from what everything else would lack too. */
export class Losses {
  #unavailable = 0;

  /** Why this one thing cannot be had, in one clause. Throws the fault when it is not about this thing only. */
  whyOf(error: unknown): string {
    if (!(error instanceof GitHubFault)) throw error;
    switch (error.reason) {
      case 'unavailable':
        if (++this.#unavailable > MAX_UNAVAILABLE) throw error;
        return 'GitHub gave no answer';
      case 'not-found':
        return 'GitHub does not have its object';
      case 'invalid':
        return 'GitHub does not give it out';
      default:
        throw error;
    }
  }
}
