import type { Place } from '../place.ts';
import type { Link } from './link.ts';

/** What a package manifest is pinned by. */
export interface ManifestLock {
  readonly path: string;
  readonly ecosystem: string;
  /** Where it begins to name what it needs. */
  readonly at: Place;
  /** The file that pins what it needs; `missing` when there is none where its package manager looks. */
  readonly lock: Link;
  /** The lock file its package manager would write, beside it. */
  readonly wanted: string;
  /** It is a list of requirements whose lines can be pinned themselves. */
  readonly list?: true;
  /** Its `.gitignore` keeps the lock file out. */
  readonly ignored?: true;
  /** Names it needs that the lock file beside it does not list as its own. Absent: all are, or the format does not tell. */
  readonly unlisted?: readonly string[];
}

/** Manifests of a repository and the lock files that belong to them. */
export interface Locks {
  /** Every manifest of a package manager that writes a lock file, in path order, that needs something. */
  readonly manifests: readonly ManifestLock[];
  /** Lock files beside which the manifest is missing, with the name it would have. */
  readonly orphans: readonly { readonly at: Place; readonly wanted: string; readonly empty?: true }[];
  /** Lock files of different managers for one manifest. */
  readonly rivals: readonly { readonly locks: readonly Place[]; readonly managers: readonly string[] }[];
}

/** How the dependencies of a repository are kept up to date. */
export interface Updates {
  /** What keeps them up to date: its configuration, or the pipeline that does it (`pipeline`: what it reaches cannot be told). */
  readonly by: readonly { readonly tool: string; readonly at: Place; readonly pipeline?: true }[];
  /** Folders that an entry names and that are not there. */
  readonly dead: readonly {
    readonly ecosystem: string;
    readonly folder: string;
    readonly at: Place;
    readonly nearest?: string;
  }[];
  /** Folders that an entry names and that hold nothing of its ecosystem; `wanted` is the file it looks for. */
  readonly empty: readonly {
    readonly ecosystem: string;
    readonly folder: string;
    readonly at: Place;
    readonly wanted: string;
  }[];
  /**
   * What nothing keeps up to date although a configuration lists what it does: by ecosystem as the tool names it. `below`: a
   * module in a folder below one that is kept up to date. `tooling`: names types and command-line tools only.
   */
  readonly uncovered: readonly {
    readonly ecosystem: string;
    readonly at: Place;
    readonly below?: true;
    readonly tooling?: true;
  }[];
  /** Where the list of what is kept up to date stands; absent: nothing is limited to a list. */
  readonly listAt?: Place;
  /** Everything there is to update, whoever does it. */
  readonly needs: readonly { readonly ecosystem: string; readonly at: Place; readonly tooling?: true }[];
  /** Files that speak of a tool for it, of which no configuration is here. */
  readonly traces: readonly Place[];
}
