import type { PipelineFault, Span } from '@shipworthy/model';
import { nearestWord } from './nearest.ts';

/** Something the system refuses or ignores for certain. */
export const broken = (code: string, what: string, at: Span, nearest?: string): PipelineFault => ({
  code,
  what,
  at,
  certain: 'broken',
  ...(nearest === undefined ? {} : { nearest }),
});

/** A word this tool does not know: a slip when a known word is near, else the system may know more by now. */
export function unknownWord(
  code: string,
  what: string,
  word: string,
  known: readonly string[],
  at: Span,
): PipelineFault {
  const nearest = nearestWord(word, known);
  return nearest === undefined
    ? { code, what, at, certain: 'doubtful' }
    : { code, what, at, certain: 'broken', nearest };
}

/** Longer lists of names are cut where a person reads them. */
const NAMES_SHOWN = 6;

/** `a, b or c`, for "knows only ...". */
export const orList = (words: readonly string[]): string => list(words, 'or');

/** `a, b and c`. */
export const andList = (words: readonly string[]): string => list(words, 'and');

function list(words: readonly string[], last: 'or' | 'and'): string {
  const shown = words.slice(0, NAMES_SHOWN);
  if (words.length > shown.length) return `${shown.join(', ')}...`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}
