import { type DecisionPart, decisionPartOf } from '@shipworthy/model';
import type { BothTexts, DocumentFacts, Place, SubjectMap, Vocabulary } from '@shipworthy/rule-kit';
import { lostOf, lostWords, wordsOf } from './lost-words.ts';

type DecisionSubject = SubjectMap['decision-record'];

/** A part of a record of which the change leaves less than it had. */
export interface Rewritten {
  readonly name: 'decision' | 'reason';
  /** Words that carry meaning. */
  readonly words: number;
  /** Of these, those that the page has no more, or has more of where additions count. */
  readonly changed: number;
  /** So much of it is other words that what it said can no longer be read. */
  readonly mostly: boolean;
  readonly at: Place;
}

/** What a record is kept for: what was decided, and why. */
const PARTS: Readonly<Partial<Record<DecisionPart, Rewritten['name']>>> = {
  decision: 'decision',
  'decision-reason': 'reason',
};

/** Fewer words are a typo, a link or a turn of phrase. */
const MIN_WORDS = 10;
/** A part that keeps more than the rest of its words still says what it said. */
const MIN_SHARE = 0.25;
/** A part that loses less may be told anew and still mean the same. */
const MOSTLY = 0.5;
/** With edits of many records at once: these are rewritten nevertheless. */
const MIN_SHARE_IN_BULK = 0.6;

/** The part of a record that the change rewrites most; undefined where both still say what they said. */
export function rewrittenPart(
  before: DecisionSubject,
  after: DecisionSubject,
  texts: BothTexts,
  {
    vocabulary,
    bulk,
    additions,
  }: { readonly vocabulary: Vocabulary; readonly bulk: boolean; readonly additions: boolean },
): Rewritten | undefined {
  if (!before.page || !after.page || texts.before === undefined || texts.after === undefined) return undefined;
  const lost = lostWords(texts.before, texts.after);
  const gained = additions ? lostWords(texts.after, texts.before) : new Map<string, number>();
  const older = textsByPart(before.page, texts.before, vocabulary);
  const newer = textsByPart(after.page, texts.after, vocabulary);
  const found = [...older].flatMap(([name, { text }]): Rewritten[] => {
    const words = wordsOf(text).length;
    const changed = lostOf(text, lost) + lostOf(newer.get(name)?.text ?? '', gained);
    const share = changed / Math.max(words, 1);
    if (changed < MIN_WORDS || share < (bulk ? MIN_SHARE_IN_BULK : MIN_SHARE)) return [];
    const at = newer.get(name)?.at ?? after.page?.sections.find(({ level }) => level > 0)?.at;
    return [{ name, words, changed, mostly: share >= MOSTLY, at: at ? { path: after.path, span: at } : after.at() }];
  });
  return found.sort((a, b) => b.changed / b.words - a.changed / a.words)[0];
}

interface PartText {
  readonly text: string;
  /** The first heading of the part. */
  readonly at: readonly [number, number];
}

/** The text below all headings of a part, those below them included. */
function textsByPart(
  page: DocumentFacts,
  text: string,
  vocabulary: Vocabulary,
): ReadonlyMap<Rewritten['name'], PartText> {
  const parts = new Map<Rewritten['name'], PartText>();
  let current: { readonly name: Rewritten['name']; readonly level: number } | undefined;
  for (const { level, heading, at, body } of page.sections) {
    const part = decisionPartOf(vocabulary, heading);
    if (current && level <= current.level) current = undefined;
    // The title of the page may hold a word of a part, and the whole page would be that part.
    if (part && level > 1) {
      const name = PARTS[part];
      current = name && { name, level };
    }
    if (!current) continue;
    const known = parts.get(current.name);
    parts.set(current.name, { text: `${known?.text ?? ''}\n${text.slice(...body)}`, at: known?.at ?? at });
  }
  return parts;
}
