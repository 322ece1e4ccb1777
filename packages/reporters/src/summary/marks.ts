/** What a reader in a hurry looks for. */
export const MARKS = {
  fails: '❌',
  warns: '⚠️',
  fine: '✅',
  open: '⬜',
  unknown: '❔',
  broken: '⛔',
} as const;
