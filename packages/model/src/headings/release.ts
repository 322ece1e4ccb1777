/** The parts of release checklists and rollback plans. Lower case; matched as whole phrases. */
export const RELEASE_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
