import type { Span } from '../place.ts';

/** A page that says how data of people is kept and deleted. */
export interface DataHandlingFacts {
  readonly span: Span;
  readonly retention?: Span;
  readonly deletion?: Span;
}
