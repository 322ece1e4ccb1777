import type { Span } from '../place.ts';

/** Places of a file that hold what looks like a secret. The value itself is never part of the facts. */
export interface LeakedSecretFacts {
  /** Empty only for a file that holds a certificate alone. */
  readonly found: readonly LeakFacts[];
  /**
   * It holds a certificate for this host and for none that could be somebody's (`localhost`, `login.example.com`): a key beside it
   * guards nothing.
   */
  readonly nobodysHost?: string;
}

export interface LeakFacts {
  /** What it is, with its article: `a private key`, `an access token of GitHub`. */
  readonly what: string;
  /** What must not be shown: excerpts of the file are masked here. */
  readonly at: Span;
  /** Its form is that of one provider, or of a key: nothing else looks like it. */
  readonly certain: boolean;
  /** It is a private key, and nobody issued it. */
  readonly key?: true;
  /** Name of the variable that holds it, of variables in a tracked `.env`. */
  readonly name?: string;
  /** Why it may be harmless all the same, as a clause: `its path says that it is for development`. Absent: nothing says so. */
  readonly harmless?: string;
}
