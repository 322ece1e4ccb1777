import { Budget } from '../markdown/budget.ts';
import { prose } from '../markdown/escape.ts';
import { clip } from '../page/clip.ts';
import { MARKS } from './marks.ts';
import { notesPart } from './notes.ts';
import { STEP_SUMMARY } from './options.ts';

/** A run that came to no audit. */
export interface NoAudit {
  /** What went wrong and what helps, in a sentence each. */
  readonly why: string;
  readonly advice: string;
  /** The configuration is to blame, or what was asked for: exit code 3. */
  readonly usage?: boolean;
  readonly notes?: readonly string[];
  readonly version: string;
}

/** Characters of a sentence. */
const MAX_SENTENCE = 2_000;

/** What people read when there is nothing to report: never green, and never silent. */
export function renderNoAudit({ why, advice, usage = false, notes = [], version }: NoAudit): string {
  const title = usage ? 'The check is not set up right' : 'Could not audit';
  const said = [why, advice].map((sentence) => `\n${prose(clip(sentence, MAX_SENTENCE))}\n`).join('');
  const tried = notesPart(notes, new Budget(STEP_SUMMARY.size, STEP_SUMMARY.of));
  return `## ${MARKS.broken} ${title}: this check fails\n${said}${tried}\n---\n\nshipworthy ${prose(version)}\n`;
}
