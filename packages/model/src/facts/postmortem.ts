import type { Span } from '../place.ts';

/** What the report of an incident answers. */
export const POSTMORTEM_PARTS = ['impact', 'timeline', 'cause', 'detection', 'actions', 'lessons'] as const;
export type PostmortemPart = (typeof POSTMORTEM_PARTS)[number];

/** The report of one incident. */
export interface PostmortemFacts {
  /** The parts it has, where they stand: a heading, a row of a table, a bold label. */
  readonly parts: Readonly<Partial<Record<PostmortemPart, Span>>>;
  /** Follow-ups, in order. */
  readonly actions: readonly ActionItemFacts[];
  /** Day of the incident or of the report, as far as the page says: `2026-03-23`. */
  readonly date?: string;
}

/** One follow-up of an incident: a row of a table or an item of a list. */
export interface ActionItemFacts {
  readonly text: string;
  readonly at: Span;
  /** `prevent`, `detect`, `mitigate`, as written. */
  readonly type?: string;
  readonly owner?: string;
  /** A ticket, pull request or page, as written: an address, `#123`, `PROJ-12`. */
  readonly link?: string;
  /** As written. */
  readonly due?: string;
  /** Marked as finished. */
  readonly done: boolean;
}
