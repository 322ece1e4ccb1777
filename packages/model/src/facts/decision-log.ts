import type { Span } from '../place.ts';

/** Where a tool is told that a decision log lies: `.adr-dir`, `.log4brains.yml`. Internal. */
export interface DecisionLogFacts {
  readonly folders: readonly {
    /** From the root of the repository, without a slash at the end. */
    readonly path: string;
    /** As written. */
    readonly written: string;
    readonly at: Span;
  }[];
}
