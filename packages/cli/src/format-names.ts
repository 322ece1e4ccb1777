/** Text is not among the reporters: it is laid out for a terminal. */
export const TEXT = 'text';
/** What this build renders besides text. */
export const REPORTER_NAMES = ['json', 'sarif', 'markdown', 'github'] as const;
export const FORMATS: readonly string[] = [TEXT, ...REPORTER_NAMES];
