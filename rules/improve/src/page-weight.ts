import type { Kind, Severity } from '@shipworthy/model';

const CHANGELOG = /(?:^|\/)(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes?)(?:[-_. ][^/]*)?$/i;
const CHANGELOG_FOLDER = /(?:^|\/)(?:change[-_]?logs?|\.changesets?|release[-_]?notes?|\.changes|newsfragments)\//i;

/** Posts carry the day they were written: `blog/2021-04-13-release.md`, `_posts/2021/04/13/...`. */
const POST = /(?:^|\/)(?:_?posts?|blogs?|news|articles|announcements)\/(?:.+\/)?\d{4}[-_/]\d{2}[-_/]\d{2}[-_/.]/i;
const MINUTES = /(?:^|\/)(?:meetings?|minutes|meeting[-_ ]?(?:notes|minutes))\//i;

/** Logs of what was, posts and minutes: their links are not kept up, on purpose. */
export const isHistory = (path: string): boolean =>
  CHANGELOG.test(path) || CHANGELOG_FOLDER.test(path) || POST.test(path) || MINUTES.test(path);

const RECORDS =
  /(?:^|\/)(?:adrs?|(?:architecture[-_])?decisions?|decision[-_](?:records?|log)|proposals?|enhancements?|keps?|rfcs?|designs?|design[-_](?:docs?|proposals?))\//i;
const CODE = /\.(?:[cm]?[jt]sx?|go|py|rb|rs|java|kt|kts|scala|cs|php|swift|c|cc|cpp|h|hpp|ex|exs|clj|sh|proto|tf)$/i;

/** Decisions, proposals and designs: each tells what was so when it was written, and is left as it is. */
export const isRecord = (path: string): boolean => RECORDS.test(path);

/** Does a link name source code, which moves on while a record stays? */
export const namesCode = (target: string): boolean => CODE.test(target.replace(/[?#].*$/, ''));

/** A page that is the way back; others only hold a section of it. */
const WAY_BACK = /roll-?back|back-?out/i;

/** Folders of what others made: its README came with it, and is replaced with it. */
const OTHERS_ASSETS = /(?:^|\/)(?:(?:web-?)?fonts?|deps|third[-_]?party|3rd[-_]?party|vendor(?:ed|s)?|externals?)\//i;

/** How bad a dead reference of a page is: worst where it is followed in an incident. */
export function weightOf(path: string, roles: readonly Kind[]): Severity {
  if (roles.includes('runbook') || (roles.includes('rollback-plan') && WAY_BACK.test(path))) return 'error';
  if (isRecord(path) || OTHERS_ASSETS.test(path)) return 'info';
  if (roles.includes('readme') || /(?:^|\/)contributing(?:\.\w+)?$/i.test(path)) return 'warning';
  return 'info';
}
