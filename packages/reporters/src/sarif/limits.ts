/**
 * What GitHub code scanning takes of a SARIF file; more is refused or silently dropped:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const MAX_RESULTS = 25_000;
export const MAX_RULES = 25_000;
/** GitHub refuses 1,001 locations of one result and keeps 100. */
export const MAX_LOCATIONS = 100;
/** GitHub keeps ten tags of a rule. */
export const MAX_TAGS = 10;
/** GitHub refuses files that are larger after gzip. */
export const MAX_GZIP_BYTES = 10_000_000;
/**
 * All results together, before gzip. Gzip takes half of them even when every name and message is random, so that the file
 * stays below what is refused; the 5,000 results that GitHub keeps of a run fit in most cases.
 */
export const MAX_BYTES = 15_000_000;
/** Notifications (one for each rule and reason) of what could not be seen. */
export const MAX_NOTIFICATIONS = 500;
/** Characters of a rule's help. Pages are far shorter; a third party's need not be. */
export const MAX_HELP = 8_000;
