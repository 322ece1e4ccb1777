import type { SqlDialect } from '../facts/migration.ts';
import type { Place } from '../place.ts';

/** How a migration stands to those that its tool orders together with it. */
export interface SeriesStanding {
  /** Files of the series, this one included. */
  readonly members: number;
  /** Nothing of the series comes after it. Absent: the order is not told by versions or parents. */
  readonly latest?: boolean;
  /** The database that the series is for: what the file shows, else most of the others. */
  readonly dialect?: SqlDialect;
  /** Whether the file with the other direction is there; absent where the tool has none. */
  readonly partner?: 'here' | 'missing';
  /** The comments of the partner and its own operations count for it. */
  readonly partnerAt?: Place;
  /** Other files that claim the same version, in path order, where the tool refuses that. */
  readonly sharing: readonly Place[];
  /** What it says to follow and nothing of the repository is. */
  readonly missing: readonly { readonly version: string; readonly at: Place }[];
  /** Other migrations that nothing follows either, where the tool wants one end and no label says that several are meant. */
  readonly ends: readonly Place[];
  /** Why its place cannot be told. */
  readonly unknown?: string;
}
