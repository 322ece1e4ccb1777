import type { Place } from './place.ts';
import type { Severity } from './words.ts';

export interface Gap {
  /** Which of the rule's messages. */
  readonly messageId: string;
  /** Filled in. */
  readonly message: string;
  readonly at: Place;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  /** What asks it was inferred; it would be louder if the repository said what it is. */
  readonly inferred?: true;
  /** Gaps of one rule with the same cause are one finding with a count. */
  readonly cause?: string;
  /** Message of the joined finding, with `{count}` left open. */
  readonly joined?: string;
  /** Tells gaps of one subject apart in the fingerprint; no line numbers. */
  readonly discriminator?: string;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly at: Place;
  readonly message?: string;
}

/** What is asked for is kept elsewhere, by the configuration's word. */
export interface DeclaredOutcome {
  readonly outcome: 'declared';
  readonly why: string;
  readonly url?: string;
  readonly owner?: string;
  /** Days: `2026-12-31`. */
  readonly reviewed?: string;
  readonly expires?: string;
}

/** Gaps that somebody accepted: by an entry of the configuration, by a comment, or by the baseline. */
export interface ExemptOutcome {
  readonly outcome: 'exempt';
  /** The reason given. */
  readonly why: string;
  readonly by?: 'exemption' | 'suppression' | 'baseline';
  readonly owner?: string;
  readonly expires?: string;
  readonly gaps?: readonly { readonly message: string; readonly at: Place }[];
}

/** The answer of a rule for one subject. */
export type Outcome =
  | { readonly outcome: 'pass'; readonly evidence: readonly Place[]; readonly note?: string }
  | { readonly outcome: 'gap'; readonly gaps: readonly Gap[] }
  | { readonly outcome: 'not-applicable'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string; readonly at?: Place }
  | DeclaredOutcome
  | ExemptOutcome
  | { readonly outcome: 'error'; readonly why: string };

/** An outcome with what it is about. */
export interface RuledOutcome {
  readonly rule: string;
  readonly subject: { readonly type: string; readonly id: string; readonly path: string };
  readonly result: Outcome;
}
