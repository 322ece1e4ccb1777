import {
  hashOf,
  type Kept,
  keyOf,
  MARKER_VERSION,
  MAX_COMMENT_CHARACTERS,
  MAX_ISSUE_TITLE,
  markerLine,
} from '@shipworthy/github-client';
import { clip } from '@shipworthy/reporters/page/clip';
import { visible } from '@shipworthy/reporters/visible';
import { renderReportMarkdown } from '../report/markdown/index.ts';
import type { OrgReport } from '../report/org-report.ts';

/** The issue as it should be. */
export interface IssuePlan {
  /** Given once, when it is opened: who calls it otherwise is left to it. */
  readonly title: string;
  /** One issue for each series of reports: those of one title. */
  readonly key: string;
  /** Of what the report says. */
  readonly hash: string;
  /** With the marker. */
  readonly body: string;
}

/** What the marker of such an issue says that it is. */
export const KEPT: Kept = 'organisation';

/** @param run web address of where the whole report is kept; that another run says the same is no other text */
export function planIssue(report: OrgReport, run?: string): IssuePlan {
  const key = keyOf(report.title);
  const markerOf = (hash: string): string => `${markerLine(KEPT, { version: MARKER_VERSION, key, hash })}\n`;
  const link = run === undefined ? '' : `\nThe whole report is kept by [the run that wrote this](${run}).\n`;
  const room = MAX_COMMENT_CHARACTERS - markerOf(hashOf('')).length - link.length;
  const text = renderReportMarkdown(report, room);
  const hash = hashOf(text);
  return {
    title: clip(`Readiness of ${visible(report.title).trim()}`, MAX_ISSUE_TITLE),
    key,
    hash,
    body: markerOf(hash) + text + link,
  };
}
