// What GitHub takes in one request. Sources: its OpenAPI description and docs.github.com, as named.

/** Annotations of a request that creates or updates a check run (`maxItems` of checks/create and checks/update). */
export const MAX_ANNOTATIONS_A_REQUEST = 50;
/**
 * Of the summary and of the text of a check run (`maxLength` of checks/create). Counted in bytes of UTF-8 here, which is never
 * more than characters: which of the two GitHub counts is not said.
 */
export const MAX_OUTPUT_BYTES = 65_535;
/** Of the message of an annotation, and of its details: 64 KB. */
export const MAX_ANNOTATION_BYTES = 64 * 1024;
/** Of the title of an annotation. */
export const MAX_ANNOTATION_TITLE = 255;
/** UTF-16 units of a comment, and of the text of an issue; not in the description, GitHub says so in its refusal ("maximum is 65536 characters"). */
export const MAX_COMMENT_CHARACTERS = 65_536;
/** UTF-16 units of the title of an issue; GitHub says so in its refusal as well. */
export const MAX_ISSUE_TITLE = 256;
/** Of a SARIF file, compressed (docs: SARIF results exceed one or more limits). */
export const MAX_SARIF_BYTES = 10 * 1024 * 1024;
/** Commits that pulls/list-commits shows of a pull request, however many pages are asked for. */
export const MAX_PULL_REQUEST_COMMITS = 250;
/** Entries of a page, for every operation that has pages. */
export const PAGE_SIZE = 100;
