import leven from 'leven';

/** Above this share of the longer word's length two words are no misspellings of each other... */
const MAX_DISTANCE_SHARE = 0.4;
/** ... but two swapped letters always may be one. */
const SWAP = 2;

/** Nobody misspells a longer word; comparing takes the product of both lengths. */
const LONGEST_WORD = 200;

/** The known words that `wanted` may be a misspelling of, nearest first, at most `limit`. */
export function nearest(wanted: string, known: readonly string[], limit = 1): string[] {
  if (wanted.length > LONGEST_WORD) return [];
  return known
    .map((word) => ({ word, distance: leven(wanted, word) }))
    .filter(({ word, distance }) => {
      const length = Math.max(word.length, wanted.length);
      return distance < length && distance <= Math.max(SWAP, length * MAX_DISTANCE_SHARE);
    })
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}
