/** How text is laid out; the caller knows the terminal, the reporters only obey. */
export interface TextOptions {
  /** Levels of chalk: none, 16 colours, 256 colours, truecolor. */
  readonly color: 0 | 1 | 2 | 3;
  /** Columns of the terminal. */
  readonly width: number;
  /** The terminal is known to understand OSC 8. */
  readonly hyperlinks: boolean;
  /** Absolute path of the repository, for `file://` links. Without it paths are not links. */
  readonly root?: string;
  /** Also list what passed, is exempt or does not apply. */
  readonly verbose?: boolean;
  /** Also list what is exempt, suppressed or declared. */
  readonly showExempt?: boolean;
}

/** Lines shorter than this cannot hold a message beside its indent; wider ones are hard to read. */
export const MIN_WIDTH = 40;
export const MAX_WIDTH = 120;
