/** The questions a brief answers. Lower case; matched as whole phrases. */
export const REQUIREMENTS_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
