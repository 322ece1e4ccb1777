import type { Span } from '../place.ts';

/** Limits on time or size that somebody wrote down, so that "slow" can be a bug. */
export interface PerformanceBudgetFacts {
  readonly form: 'lighthouse' | 'size-limit' | 'bundlesize' | 'bundler' | 'load-test' | 'page';
  /** Time, bytes, or a score. */
  readonly limits: readonly LimitFacts[];
}

export interface LimitFacts {
  /** What is limited: `interactive`, `dist/app.js`, `Reads`. */
  readonly name: string;
  /** As written, ranges too: `50–200 ms`, `170 kB`, `p(95)<500`. */
  readonly limit: string;
  readonly unit: 'time' | 'size' | 'score' | 'other';
  readonly at: Span;
}
