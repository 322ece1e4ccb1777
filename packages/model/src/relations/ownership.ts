import type { Place } from '../place.ts';

/** Who owns a path. */
export type Ownership =
  | { readonly state: 'resolved'; readonly owners: readonly string[]; readonly at: Place }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown'; readonly why: string };

/** What a line of CODEOWNERS does in this tree. */
export interface PatternReach {
  /** Files the pattern matches. */
  readonly matches: number;
  /** One of them. */
  readonly sample?: string;
  /** Files for which this line decides (no later line matches). */
  readonly decides: number;
  /** When it decides none: a later line that takes all its files. */
  readonly shadowedBy?: Place;
  /** The pattern names files that a `.gitignore`-like or generated area keeps out of the tree: unknown. */
  readonly unknown?: string;
}

/** A part of the repository whose change can hurt most, and who is asked about it. */
export interface CriticalArea {
  /** `sign-in and permissions`, `pipelines`, or the name that the configuration gives it. */
  readonly name: string;
  /** Files of it. */
  readonly files: number;
  /** Files of it that nobody owns. What is left without owner on purpose is not among them. */
  readonly unowned: number;
  /** One of them. */
  readonly sample?: string;
  /** Where an owner of the others is named. */
  readonly at?: Place;
}
