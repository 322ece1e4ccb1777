import { type RecordState, recordStateOf } from '@shipworthy/model';
import type { Vocabulary } from '@shipworthy/rule-kit';

/** Folders and statuses for what was not only agreed but carried out. */
const DONE = /\b(?:done|complete[d]?|implemented|final|finished|live)\b/i;
const AGREED = /\b(?:accepted|approved|agreed|adopted|decided)\b/i;

/** Does a status say that a decision was carried out, and not only agreed? */
export const saysDone = (status: string): boolean => DONE.test(status);

/** What was agreed can be carried out: a status and a folder that say one each do not exclude each other. */
export const isCompatible = (folder: string, status: string): boolean =>
  DONE.test(folder.replace(/[-_]/g, ' ')) && AGREED.test(status);

/**
 * Does the folder a record lies in say otherwise than its status? `rejected/` against accepted; `done/` against merely
 * accepted. A status that means the same in another word is no contradiction.
 */
export function contradicts(
  folder: string,
  state: RecordState | 'unfilled',
  status: string,
  vocabulary: Vocabulary,
): boolean {
  const said = folder.replace(/[-_]/g, ' ');
  const wanted = recordStateOf(
    vocabulary,
    said.replace(/^(?:proposals?|rfcs?|designs?|enhancements?|decisions?|adrs?)\s/i, ''),
  );
  if (wanted === undefined || wanted === 'unfilled' || state === 'unfilled') return false;
  if (wanted !== state) return true;
  return DONE.test(said) && AGREED.test(status) && !DONE.test(status);
}
