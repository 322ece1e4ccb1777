import type { Place } from '../place.ts';

/** Who was told that what looks like a secret is none to guard. */
export interface AcceptedBy {
  readonly tool: string;
  readonly at: Place;
}
