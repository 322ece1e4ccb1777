import type { Vocabulary } from './vocabulary.ts';

/** The standings of a decision record that rules tell apart; local words for each are data. */
export const RECORD_STATES = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/**
 * The standing that a status says in words, `unfilled` for a choice that nobody made ("proposed | accepted"), undefined
 * when no word is known. The first word in the text decides, the longest at one place; a record that was superseded is
 * that, whatever it was before.
 */
export function recordStateOf(vocabulary: Vocabulary, status: string): RecordState | 'unfilled' | undefined {
  const text = ` ${status
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|/]+/gu, ' ')
    .trim()} `;
  const found: { readonly state: RecordState; readonly at: number; readonly length: number }[] = [];
  for (const state of RECORD_STATES)
    for (const word of vocabulary.recordStates[state]) {
      const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
      const at = ideographic ? text.indexOf(word) : indexOfWord(text, word);
      if (at >= 0) found.push({ state, at, length: word.length });
    }
  const first = found.sort((a, b) => a.at - b.at || b.length - a.length)[0];
  if (!first) return undefined;
  const states = new Set(found.map(({ state }) => state));
  if (states.size >= MIN_CHOICES && (text.match(/[|/]/g)?.length ?? 0) >= MIN_CHOICES - 1) return 'unfilled';
  return states.has('superseded') && first.state === 'accepted' && !IN_PART.test(status) ? 'superseded' : first.state;
}

/** `Accepted; decisions 2 and 3 are superseded`: the rest holds. */
const IN_PART =
  /\b(?:partly|partially|in part|parts?|some|decisions|sections|points|items|steps|(?:decision|section|point|item|step)\s+\d)\b[^.;\n]{0,40}\bsuperseded\b/i;

/** So many standings with bars or slashes between them are a choice that nobody made. */
const MIN_CHOICES = 3;

function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (/[ |/]/.test(text[at - 1] ?? ' ') && /[ |/]/.test(text[at + word.length] ?? ' ')) return at;
  return -1;
}
