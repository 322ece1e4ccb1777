/** The parts of threat models and security policies. Lower case; matched as whole phrases. */
export const SECURITY_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
