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
/**
 * GitHub refuses files above 10 MB after gzip. The results and notifications stay below half of that before gzip, so that
 * no file can ever reach it; the 5,000 results GitHub keeps of a run fit with room to spare.
 */
export const MAX_BYTES = 5_000_000;
/** Notifications (one for each rule and reason) of what could not be seen. */
export const MAX_NOTIFICATIONS = 500;
/** Characters of a rule's help. Pages are far shorter; a third party's need not be. */
export const MAX_HELP = 8_000;
