import type { Place, RunbookEntrySubject } from '@shipworthy/model';
import { hasContent } from './entry-sections.ts';

/** Names with so many words in common tell of one failure: `QueryIsDown`, `StoreIsDown`. */
const SHARED_WORDS = 2;

/**
 * The heading whose text answers an entry that has none of its own: headings of one level stand on top of each other,
 * and what is below the last of them is said of all. Only where their names are alike; a stub between strangers is a
 * stub.
 */
export function answeredBelow({ artifact, page, path, name, sections }: RunbookEntrySubject): Place | undefined {
  const level = page.sections[sections[0] ?? -1]?.level;
  let next = (sections.at(-1) ?? -1) + 1;
  for (;;) {
    const below = artifact.facts.entries.find((entry) => entry.sections[0] === next);
    const head = page.sections[next];
    if (!below || !head || head.level !== level || !isAlike(name, below.name)) return undefined;
    const parts = below.sections.flatMap((index) => page.sections[index] ?? []);
    if (parts.some(hasContent)) return { path, span: head.at };
    next = (below.sections.at(-1) ?? next) + 1;
  }
}

function isAlike(one: string, other: string): boolean {
  const words = new Set(wordsOf(other));
  return wordsOf(one).filter((word) => words.has(word)).length >= SHARED_WORDS;
}

/** Of `HighErrorRate` and of "High error rate". */
const wordsOf = (name: string): readonly string[] =>
  [...new Set(name.match(/\p{Lu}?[\p{Ll}\d]+|\p{Lu}+/gu) ?? [])].map((word) => word.toLowerCase());
