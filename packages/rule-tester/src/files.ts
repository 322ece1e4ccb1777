/** A repository in memory: path to text. A text that begins with a line break is dedented first. */
export type Files = Readonly<Record<string, string>>;

/** What a rule is asked about. */
export interface Situation {
  readonly files: Files;
  /**
   * Asks about the change from a base to `files`. Where the base differs: the text that a file had there, or null for one
   * that the change adds. An empty record is a change of nothing.
   */
  readonly base?: Readonly<Record<string, string | null>>;
  /** The newest release before a change, whole; none by default. */
  readonly release?: Files;
  /** The text of the pull request. */
  readonly body?: string;
  /** Messages of the commits, newest first, with their trailers. */
  readonly commits?: readonly string[];
  /** Of all commits; `Ann <ann@example.com>` by default. */
  readonly author?: string;
  /** Why the commits of the change cannot all be seen: `the clone is shallow`. */
  readonly unseen?: string;
  /** Asked as by `recommended`, so that what the repository is may be inferred; `strict` by default, which asks in full. */
  readonly inferred?: true;
}
