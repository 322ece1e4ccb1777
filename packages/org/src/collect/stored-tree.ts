import type { FileFacts, Listing, SourceEntry } from '@shipworthy/model';

/**
 * What is kept of a tree, so that rules can be asked of it again without the repository: its paths, the facts of its files,
 * the few texts that steer an audit, and where the lines of files with facts begin. No other text of the repository.
 */
export interface StoredTree {
  /** Id of git's tree object. */
  readonly tree: string;
  readonly commit?: string;
  readonly history: Listing['history'];
  /** Sorted by path, with blob ids. */
  readonly entries: readonly SourceEntry[];
  readonly unseen?: Listing['unseen'];
  /** By the key of the engine, which names the blob, the path and the versions of the kinds; null: read, and holds nothing. */
  readonly facts: Readonly<Record<string, FileFacts | null>>;
  /** Configuration, baseline, `.gitattributes` and `.gitignore`, in base64 by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** Lengths of the lines of a file with facts, in UTF-16 units and without line feeds, by blob id. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
}
