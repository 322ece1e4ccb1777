/** What a change template asks for. Lower case; matched as whole phrases. */
export const CHANGE_HEADINGS = {} as const satisfies Readonly<Record<string, readonly string[]>>;
