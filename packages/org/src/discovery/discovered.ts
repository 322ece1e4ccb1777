import { type RepositorySource, SourceError } from '@shipworthy/model';

/** A repository's files. */
export interface OpenedRepository {
  readonly source: RepositorySource;
  /** Removes what was made to read them. */
  close(): void;
}

/**
 * What one repository could not be read for is true of all: the token has expired. The run ends there, and goes on another
 * time; thrown by `open` and by the source it gives.
 */
export class ReachLost extends SourceError {}

/** A repository of which a report tells. */
export interface DiscoveredRepository {
  /** Stays the same when it is renamed, where something does. */
  readonly id: string;
  /** `owner/name`, or a folder. */
  readonly name: string;
  /** Web address, when there is one. */
  readonly url?: string;
  /** On GitHub; a folder of clones has none. */
  readonly topics?: readonly string[];
  /** What it is mostly written in, as GitHub says: `Go`. */
  readonly language?: string;
  /** Why it is left out: `archived`, `empty`. */
  readonly excluded?: string;
  /** Why nothing can be known of it, in a clause. */
  readonly failed?: string;
  /** It was there in the run before, and is not shown any more. */
  readonly missing?: true;
  /** The commit of its main branch, and the id of that commit's tree. */
  readonly commit?: string;
  readonly tree?: string;
  /** Its files. Called only where the tree is not known already. @throws SourceError, ReachLost */
  open(): Promise<OpenedRepository>;
}

/** What was found, and how it is called. */
export interface Discovery {
  /** For people: the organisation or the folder. */
  readonly title: string;
  readonly repositories: readonly DiscoveredRepository[];
  /**
   * Why a repository of the run before may not be among them, in a clause: nobody chose it. Absent where somebody did, as in a
   * list.
   */
  readonly missing?: string;
}
