import type { Span } from '../place.ts';

/** What people who change one code base agree on, in the article's words. */
export const AGREEMENTS = ['interfaces', 'style', 'tests', 'releases'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** A page for those who contribute. */
export interface ContributingFacts {
  /** Agreements the page speaks of, where it first does. */
  readonly agreements: Readonly<Partial<Record<Agreement, Span>>>;
  /** The page only leads to another one. */
  readonly pointer: boolean;
  /** The address of a guide elsewhere (of a larger project, a handbook) that may hold what is missing here. */
  readonly elsewhere?: Span;
  /** The page says that contributions from outside are not taken. */
  readonly closed: boolean;
  /** One person says what they accept (`I am open to …`): the page shows no others who change it. */
  readonly onePerson?: true;
}
