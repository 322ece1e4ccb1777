/** Annotations that one request about a check run may carry; each update adds to them (`maxItems`, https://docs.github.com/en/rest/checks/runs). */
export const ANNOTATIONS_PER_REQUEST = 50;
/**
 * Annotations of a check run, the worst first. GitHub would take more, fifty a request; nobody reads more beside the lines,
 * and every request counts against the budget that all jobs of the repository share.
 */
export const MAX_ANNOTATIONS = 250;
/** Characters of `output.summary` (`maxLength`, same page). */
export const MAX_SUMMARY = 65_535;
/** Characters of an annotation's title (same page); also more than enough for the title of a check run. */
export const MAX_TITLE = 255;
/** Characters of an annotation's message: GitHub takes 64 KB of UTF-8, and no UTF-16 unit needs more than three bytes of it. */
export const MAX_MESSAGE = Math.floor((64 * 1024) / 3);
/** Characters of a comment. GitHub says so when it refuses a longer one. */
export const MAX_COMMENT = 65_536;
/** Bytes of a SARIF file after gzip (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support). */
export const MAX_SARIF_GZIP = 10_000_000;
