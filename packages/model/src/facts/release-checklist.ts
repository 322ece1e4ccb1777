import type { Span } from '../place.ts';

/** The steps or checks by which maintainers bring out a release or go live. */
export interface ReleaseChecklistFacts {
  /** `form`: an issue or pull-request form that is filled in for each release. */
  readonly form: 'document' | 'form';
  /** List items outside of code, in order; at most 500. */
  readonly items: readonly ChecklistItemFacts[];
  /** Fenced blocks and inline code that read as commands. */
  readonly commands: number;
  /** Subjects of risk that the text names anywhere, by the default words, and where it first does. */
  readonly names: readonly { readonly topic: ReleaseRisk; readonly at: Span }[];
}

/** What a release may break, and what catches it. */
export const RELEASE_RISKS = ['wayBack', 'watching', 'dataChange', 'access', 'charging'] as const;
export type ReleaseRisk = (typeof RELEASE_RISKS)[number];

export interface ChecklistItemFacts {
  /** Without its mark and box; at most 300 characters. */
  readonly text: string;
  /** Has a box to tick. */
  readonly box: boolean;
  readonly at: Span;
}
