import type { RecordReference } from '../facts/decision-record.ts';
import type { Place } from '../place.ts';
import type { Link } from './link.ts';

/** How a decision record stands to others, by what they say of each other. */
export interface RecordRelations {
  /** What the record names as before, behind or beside it, in order. */
  readonly references: readonly RecordLink[];
  /** Other records that say they supersede this one. */
  readonly supersededBy: readonly RecordClaim[];
  /** Following "superseded by" from this record leads back to it; the records on the way. Empty: it does not. */
  readonly cycle: readonly Place[];
}

export interface RecordLink {
  readonly relation: RecordReference['relation'];
  /** As written. */
  readonly target: string;
  readonly at: Place;
  /** `missing` is never given. */
  readonly link: Link;
  /** Whether the other record mentions this one in any way; undefined when it is not resolved to a record. */
  readonly mentioned?: boolean;
}

export interface RecordClaim {
  /** The other record. */
  readonly path: string;
  /** Where it says so. */
  readonly at: Place;
  /** Its own status, as written. */
  readonly status?: string;
  /** Whether this record mentions it in any way. */
  readonly mentioned: boolean;
}

/** What a decision record's log shows about it. */
export interface LogStanding {
  /** Records of the log, this one included. */
  readonly records: number;
  /** Of these, how many say a status. */
  readonly withStatus: number;
  /** Its number, or the date its name begins with, comes before those of all records that say a status. */
  readonly predatesStatus?: true;
  /** The record that it is notes on, by the names of the two: `0012-use-redis-notes.md` beside `0012-use-redis.md`. */
  readonly notesOn?: Place;
  /** Files, in path order, that share the number, this one included. Absent: none do. */
  readonly sharing?: readonly string[];
  /** The page that lists the log, if it links to nearly all of the others: does it lead to this one? */
  readonly index?: { readonly at: Place; readonly lists: boolean };
}
