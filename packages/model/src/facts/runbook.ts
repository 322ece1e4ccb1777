import type { Span } from '../place.ts';

export interface RunbookFacts {
  /** `alert`: for one named failure; `service`: an operations manual; `collection`: several entries in one page. */
  readonly scope: 'alert' | 'service' | 'collection';
  readonly entries: readonly RunbookEntryFacts[];
}

/** What to do for one failure: a whole page or a headed part of one. */
export interface RunbookEntryFacts {
  /** The alert's or failure's name: file name, front-matter title or heading. */
  readonly name: string;
  /** Other spellings of the name by which an alert may find it (file stem, front-matter title, heading). */
  readonly aliases: readonly string[];
  /** '' when the entry is the page. */
  readonly slug: string;
  readonly span: Span;
  /** Indexes into the page's `document` sections that belong to the entry, in order. */
  readonly sections: readonly number[];
}
