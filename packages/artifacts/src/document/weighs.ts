/** Folders whose pages weigh or report rather than state: proposals, records, posts. */
const FOLDER =
  /(?:^|\/)(?:adrs?|decisions?|rfcs?|proposals?|keps?|enhancements?|blog|posts?|post-?mortems?|incidents?|tutorials?|change-?logs?|release-?notes)\//i;
/** The page of a linter's rule, or of a skill. */
const PAGE = /(?:^|\/)(?:rule|check|skill)\.md$/i;

/** A figure or a promise on such a page is none that the repository makes. */
export const weighsOrReports = (path: string): boolean => FOLDER.test(path) || PAGE.test(path);
