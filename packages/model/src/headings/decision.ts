/** The parts of a decision record. Lower case; matched as whole phrases. */
export const DECISION_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
