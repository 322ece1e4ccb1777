import type { Kind, Severity } from '@shipworthy/model';

const CHANGELOG = /(?:^|\/)(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes?)(?:[-_. ][^/]*)?$/i;
const CHANGELOG_FOLDER = /(?:^|\/)(?:change[-_]?logs?|\.changesets?|release[-_]?notes?|\.changes|newsfragments)\//i;

/** Logs of what was: their links are not kept up, on purpose. */
export const isChangelog = (path: string): boolean => CHANGELOG.test(path) || CHANGELOG_FOLDER.test(path);

/** How bad a dead reference of a page is: worst where it is followed in an incident. */
export function weightOf(path: string, roles: readonly Kind[]): Severity {
  if (roles.includes('runbook')) return 'error';
  if (roles.includes('readme') || /(?:^|\/)contributing(?:\.\w+)?$/i.test(path)) return 'warning';
  return 'info';
}
