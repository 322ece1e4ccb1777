import type { PathClass } from './words.ts';

export type FileState = 'added' | 'modified' | 'removed' | 'moved';

/** A file in which base and head differ. */
export interface ChangedFile {
  /** In the head; of a removed file in the base. */
  readonly path: string;
  readonly state: FileState;
  /** Where a moved file was in the base. */
  readonly from?: string;
  /** A moved file whose content differs as well. */
  readonly edited?: true;
  /** Program code in which nothing but comments, blank lines and the order of imports differs, or what it ignored anyway. */
  readonly comments?: true;
  readonly pathClass: PathClass;
}

/** A line `Key: value` of the last paragraph of a text: `Decision: ADR-12`. */
export interface Trailer {
  /** Lower case. */
  readonly key: string;
  readonly value: string;
}

/** A commit of the change, as its author wrote it. */
export interface CommitWords {
  /** Full id. */
  readonly id: string;
  /** `Name <address>` */
  readonly author: string;
  /** Subject and body. */
  readonly message: string;
  readonly trailers: readonly Trailer[];
}

/** What people said of the change. */
export interface ChangeWords {
  /** The text of the pull request; absent when none was handed in. */
  readonly body?: string;
  /** Newest first; empty for what is not committed yet, and for what git cannot tell. */
  readonly commits: readonly CommitWords[];
  /** Why the commits are not known. */
  readonly unknown?: string;
}

/** Base and head compared. Not the lines: which files, and what was said. */
export interface Change {
  /** For people: the revision that was given as base. */
  readonly base: string;
  /** The commit of the base. */
  readonly commit?: string;
  /** Sorted by path. */
  readonly files: readonly ChangedFile[];
  readonly words: ChangeWords;
}

/** How a finding stands to the change: not in the base; graver or more than there; as it was. */
export type Standing = 'introduced' | 'worsened' | 'existing';
