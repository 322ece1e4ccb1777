/**
 * A runner makes annotations of the first ten errors and the first ten warnings that a step prints, and only logs the rest
 * (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations).
 */
export const MAX_ANNOTATIONS = 10;
/** Characters of a message that a runner passes on to an annotation (`_maxIssueMessageLength` of actions/runner). */
export const MAX_MESSAGE = 4096;
/** Characters of a title (https://docs.github.com/en/rest/checks/runs). */
export const MAX_TITLE = 255;
