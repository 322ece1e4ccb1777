import leven from 'leven';

/** Nobody misspells a longer word; comparing takes the product of both lengths. */
const LONGEST_WORD = 60;
/** Of a shorter word every other is a slip away. */
const SHORTEST_WORD = 3;
/** More known words are not compared: the job of a matrix of generated jobs is nobody's slip. */
const MOST_WORDS = 500;
/** One letter in this many may be wrong. */
const LETTERS_TO_A_SLIP = 4;
/** Two letters that changed places are two steps apart. */
const SWAP = 2;

/** The known word that `wanted` is a slip of: one letter in four is wrong, or two changed places. */
export function nearestWord(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length > LONGEST_WORD || wanted.length < SHORTEST_WORD || known.length > MOST_WORDS) return undefined;
  const lower = wanted.toLowerCase();
  const slips = Math.max(1, Math.floor(wanted.length / LETTERS_TO_A_SLIP));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const distance = leven(lower, word.toLowerCase());
    if (distance >= least) continue;
    if (distance <= slips || (distance === SWAP && lettersOf(lower) === lettersOf(word.toLowerCase())))
      [best, least] = [word, distance];
  }
  return best;
}

const lettersOf = (word: string): string => [...word].sort().join('');
