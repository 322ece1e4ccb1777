import type { FieldSpans, Span } from '../place.ts';

/** How somebody who found a hole can tell, and what happens then. */
export interface SecurityPolicyFacts {
  /** `security.txt` after RFC 9116, `security-insights` after the OpenSSF schema (1.x and 2.x). */
  readonly form: 'page' | 'security.txt' | 'security-insights';
  /** Ways to report, in order of the text. */
  readonly channels: readonly ReportChannel[];
  /** Text that the forge offers as a start and that nobody replaced. */
  readonly stock?: { readonly text: string; readonly at: Span };
  /** The first words that say what a reporter can expect, and when. */
  readonly response?: Span;
  /** The day after which the file calls itself out of date: `2026-12-31`. */
  readonly expires?: string;
  /** A SECURITY-INSIGHTS file says that a threat model, or an assessment of the project's security, exists elsewhere. */
  readonly elsewhere?: { readonly threatModel?: Span; readonly assessment?: Span };
  /** `expires` where it is written. */
  readonly spans: FieldSpans;
}

/** One way to report. */
export interface ReportChannel {
  /**
   * `mail`: an address. `advisory`: the forge's private reports. `form`: a form or a bounty programme. `elsewhere`: a page
   * that holds the policy. `people`: named persons or a team without an address. `chat`: a private message in a chat.
   */
  readonly form: 'mail' | 'advisory' | 'form' | 'elsewhere' | 'people' | 'chat';
  /** As written. */
  readonly value: string;
  readonly at: Span;
}
