import type { Place } from '../place.ts';
import type { Pipelines } from './pipelines.ts';

/** What stood between a mistake and its users in the base, where it takes both trees to see what became of it. */
export interface ChangedGuards {
  readonly pipelines: { readonly before: Pipelines; readonly after: Pipelines };
  /** Files of tests that are gone without successor, while the code of their name is there as it was. */
  readonly tests: readonly { readonly path: string; readonly of: Place }[];
  /** Files that had an owner and have none. */
  readonly unowned: readonly LostOwner[];
}

/** Files that one line gave an owner. */
export interface LostOwner {
  /** Where the line was, as the file is called in the head. */
  readonly from: string;
  readonly owners: readonly string[];
  readonly files: number;
  /** One of them. */
  readonly sample: string;
}
