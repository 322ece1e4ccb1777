/** Shorter words are in every sentence. */
const MIN_WORD = 4;
/** What stands in a text besides its words: addresses, tags, code fences and other markup. */
const MARKUP = /https?:\/\/\S+|\]\([^)\s]*\)|<[^>\s][^>]{0,200}>/g;

/** The words of a text that carry its meaning, in lower case; markup, addresses and small words are left out. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .replace(MARKUP, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => word.length >= MIN_WORD || /^\d+$|[^\p{ASCII}]/u.test(word));

/** Words of the older text that the newer one has no more, each as often as it is missing. */
export function lostWords(before: string, after: string): Map<string, number> {
  const lost = countOf(wordsOf(before));
  for (const [word, count] of countOf(wordsOf(after))) {
    const left = (lost.get(word) ?? 0) - count;
    if (left > 0) lost.set(word, left);
    else lost.delete(word);
  }
  return lost;
}

/** How many words of a part are among those that are lost. */
export function lostOf(part: string, lost: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, count] of countOf(wordsOf(part))) sum += Math.min(count, lost.get(word) ?? 0);
  return sum;
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
