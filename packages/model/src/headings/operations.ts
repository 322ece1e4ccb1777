/** Objectives, budgets and rotations. Lower case; matched as whole phrases. */
export const OPERATIONS_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
