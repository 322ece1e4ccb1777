/** One entry of a repository's tree. Paths are relative to the root, with `/`, never starting with `./`. */
export interface SourceEntry {
  readonly path: string;
  readonly type: 'file' | 'symlink' | 'submodule';
  /** The git blob id of the content, when the source knows it without reading. */
  readonly blob?: string;
}

export interface Listing {
  /** Sorted by path (code unit order), without duplicates. */
  readonly entries: readonly SourceEntry[];
  /** The commit the tree belongs to, if any. */
  readonly commit?: string;
  readonly history: 'full' | 'shallow' | 'none';
  /** Folders that could not be listed, and why (one clause). What they hold is unknown. */
  readonly unseen?: readonly { readonly path: string; readonly why: string }[];
}

/** Why the bytes of a listed file cannot be had. `absent`: listed (in the index) but not on disk. */
export type ReadFailure =
  | { readonly reason: 'absent' | 'unreadable' | 'not-a-file'; readonly detail: string }
  | { readonly reason: 'too-large'; readonly detail: string; readonly bytes: number };

export interface SourceContent {
  readonly path: string;
  /** The raw bytes, good until the next content is asked for, or why there are none. Links are never followed. */
  readonly content: Uint8Array | ReadFailure;
  /** The SHA-256 of the bytes in base64url, where somebody has made it already. */
  readonly digest?: string;
}

/** Files larger than this are not read; their state is `unknown`, said aloud. Rule files and pages are far below it. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Where the files of a repository come from. Lists and reads; nothing else. Never executes anything it finds. */
export interface RepositorySource {
  readonly kind: 'working-tree' | 'folder' | 'staged' | 'revision' | 'github' | 'memory';
  /** For people: a path or a revision. */
  readonly name: string;
  list(): Promise<Listing>;
  /** Contents in the order asked, one for each path. */
  read(paths: readonly string[]): AsyncIterable<SourceContent>;
  /**
   * The SHA-256 (base64url) of the bytes of a file that this source has read in this run, so that what is known of such bytes
   * need not be read again; undefined for every other file.
   */
  digestOf?(path: string): string | undefined;
}

/** A fault of the input, worded for the person who gave it (exit code 2: could not audit, or 3: usage). */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: 'usage' | 'repository' | 'environment';
  readonly advice: string;
  constructor(message: string, fault: SourceError['fault'], advice: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
    this.advice = advice;
  }
}

/** The paths of a repository, for questions of existence. */
export interface Tree {
  readonly paths: readonly string[];
  hasFile(path: string): boolean;
  hasFolder(path: string): boolean;
  /** The path that differs from `path` in letter case only, if exactly one does. */
  ignoringCase(path: string): string | undefined;
  /** A `.gitignore` of the repository keeps the path out of the tree: its absence says nothing. */
  ignores(path: string): boolean;
}
