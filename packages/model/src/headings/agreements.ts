/** The agreements of a team. Lower case; matched as whole phrases. */
export const AGREEMENTS_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
