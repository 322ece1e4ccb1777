import type { Span } from '@shipworthy/model';

/** Longer lines are read this far on either side of the word. */
const AROUND = 400;
const WORD = /\b(?:run-?books?|play-?books?)\b/gi;
const LINK = /\]\(|\]\[|https?:\/\/|^\[[^\]]+\]:/;
/** Of tools that call their scripts playbooks, and of the page itself. */
const OTHER = /ansible|jupyter|\.ya?ml\b/i;

/**
 * The first line of a page that speaks of runbooks or playbooks and holds a link: in its words or in the address. What
 * it says is that somebody keeps them, here or elsewhere.
 */
export function leadsToRunbooks(text: string): Span | undefined {
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const start = Math.max(text.lastIndexOf('\n', index) + 1, index - AROUND);
    const next = text.indexOf('\n', index);
    const line = text.slice(start, Math.min(next < 0 ? text.length : next, index + AROUND));
    if (LINK.test(line) && !OTHER.test(line)) return [index, index + word.length];
  }
  return undefined;
}
