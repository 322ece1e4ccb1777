import type { Span } from '../place.ts';

/** The way back from a release: a page, or the headed sections of one. */
export interface RollbackPlanFacts {
  readonly scope: 'page' | 'section';
  /** Indexes into the page's `document` sections that are the plan, in order. */
  readonly sections: readonly number[];
  /** From the plan's first heading to its end; several sections: the first of them. */
  readonly span: Span;
  /** The page is the plan of one piece of work ("Upgrade plan"): its way back ends with that work and is none of releases. */
  readonly ofOneChange?: true;
  /** Says when to go back. */
  readonly trigger?: Span;
  /** Says what becomes of data or the schema. */
  readonly data?: Span;
  /** Names an action: a command, a button, a workflow, a numbered step. */
  readonly action?: Span;
}
