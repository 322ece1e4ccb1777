import { AGREEMENTS_HEADINGS } from './agreements.ts';
import { CHANGE_HEADINGS } from './change.ts';
import { DECISION_HEADINGS } from './decision.ts';
import { OPERATIONS_HEADINGS } from './operations.ts';
import { PAGER_HEADINGS } from './pager.ts';
import { POSTMORTEM_HEADINGS } from './postmortem.ts';
import { README_HEADINGS } from './readme.ts';
import { RELEASE_HEADINGS } from './release.ts';
import { REQUIREMENTS_HEADINGS } from './requirements.ts';
import { RESTORE_HEADINGS } from './restore.ts';
import { SECURITY_HEADINGS } from './security.ts';

/** Headings by what the section answers, in the languages public repositories were seen to use: one file for each family. */
export const DEFAULT_HEADINGS = {
  ...PAGER_HEADINGS,
  ...README_HEADINGS,
  ...DECISION_HEADINGS,
  ...REQUIREMENTS_HEADINGS,
  ...CHANGE_HEADINGS,
  ...RELEASE_HEADINGS,
  ...SECURITY_HEADINGS,
  ...POSTMORTEM_HEADINGS,
  ...AGREEMENTS_HEADINGS,
  ...OPERATIONS_HEADINGS,
  ...RESTORE_HEADINGS,
};

/** What a section answers. A topic's name is unique over all families. */
export type HeadingTopic = keyof typeof DEFAULT_HEADINGS;
