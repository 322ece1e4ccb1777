import leven from 'leven';

/** Nobody misspells a longer word; comparing takes the product of both lengths. */
const LONGEST_WORD = 60;
/** More known words are not compared: the job of a matrix of generated jobs is nobody's slip. */
const MOST_WORDS = 500;
/** One letter in this many may be wrong. */
const LETTERS_TO_A_SLIP = 4;

/** The known word that `wanted` is a slip of: as few letters apart as one in four. */
export function nearestWord(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length > LONGEST_WORD || known.length > MOST_WORDS) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / LETTERS_TO_A_SLIP)) + 1;
  for (const word of known) {
    const distance = leven(wanted.toLowerCase(), word.toLowerCase());
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}
