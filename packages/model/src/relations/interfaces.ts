import type { OperationFacts } from '../facts/contract.ts';
import type { Place } from '../place.ts';
import type { Link } from './link.ts';

/** A contract joined from the files it is split over. */
export interface ContractParts {
  /** Operations, those of other files included. */
  readonly operations: readonly (OperationFacts & { readonly at: Place })[];
  /** Path items in other files that could not be followed, as written. */
  readonly unseen: readonly { readonly target: string; readonly at: Place }[];
  /** References to files that are not there. */
  readonly missing: readonly { readonly target: string; readonly at: Place }[];
  /** References to other hosts, which are never asked. */
  readonly remote: number;
  /** A file that has what this one lacks altogether (the sections it refers to, or `info`): something puts the two together. */
  readonly completedBy?: Place;
  /** The command that downloads the file from another host. */
  readonly fetched?: { readonly host: string; readonly at: Place };
  /** The configuration of a generator of clients in the package that the file belongs to (`orval.config.ts`), or the build that names it. */
  readonly clientOf?: Place;
}

/** What an entity of a software catalog names in this repository. */
export interface CatalogLinks {
  /** The file of an API's definition; undefined when it has none or stands in the entity itself. */
  readonly definition?: Link;
  /** The folder of its documentation. */
  readonly techdocs?: Link;
  /** Files that a Location takes in. */
  readonly targets: readonly Link[];
  /** APIs it says to provide: `missing` where no entity of this repository has the name. */
  readonly provided: readonly { readonly target: string; readonly at: Place; readonly link: Link }[];
  /** Descriptions of interfaces in this repository that no API entity of it points to. */
  readonly undescribed: readonly Place[];
  /** Another entity of this repository with the same kind, namespace and name. */
  readonly twin?: Place;
}
