/** Exit codes, the same for every command. */
export const EXIT = {
  /** Nothing that fails. */
  ok: 0,
  /** Findings that fail. */
  findings: 1,
  /** Could not audit, or a rule broke (after the full report). Never green. */
  notAudited: 2,
  /** Usage or configuration error. */
  usage: 3,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
