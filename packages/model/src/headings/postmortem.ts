/** The parts of a report on an incident. Lower case; matched as whole phrases. */
export const POSTMORTEM_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
