import type { Span } from '../place.ts';

/** Places of a file that hold what looks like a secret. The value itself is never part of the facts. */
export interface LeakedSecretFacts {
  readonly found: readonly LeakFacts[];
}

export interface LeakFacts {
  /** What it is, with its article: `a private key`, `an access token of GitHub`. */
  readonly what: string;
  /** What must not be shown: excerpts of the file are masked here. */
  readonly at: Span;
  /** Its form is that of one provider, or of a key: nothing else looks like it. */
  readonly certain: boolean;
  /** Name of the variable that holds it, of variables in a tracked `.env`. */
  readonly name?: string;
  /** Why it may be harmless all the same, as a clause: `its path says that it is for development`. Absent: nothing says so. */
  readonly harmless?: string;
}
