import { type DecisionPart, type DocumentFacts, decisionPartOf, type SectionFacts } from '@shipworthy/model';
import type { Vocabulary } from '@shipworthy/rule-kit';

/** What a record says under the headings of one part. */
export interface RecordPart {
  /** The first heading of the part, with everything below it. */
  readonly head: SectionFacts;
  /** Words, pictures, code and links below all headings of the part. */
  readonly substance: number;
  /** All the text there is says that a text is to come. */
  readonly placeholder: boolean;
}

/** A picture, a fenced block or a link stands for so many words. */
const WORDS_OF_A_LINK = 5;
/** A longer first heading is a title, whatever words it has. */
const MAX_TITLE_WORDS = 2;

/** The parts of a record by what their headings name. A part holds the deeper headings below it, but for its consequences. */
export function partsOf(page: DocumentFacts, vocabulary: Vocabulary): ReadonlyMap<DecisionPart, RecordPart> {
  const parts = new Map<DecisionPart, RecordPart>();
  const title = titleOf(page);
  const named = page.sections.map(({ heading }) => decisionPartOf(vocabulary, heading));
  const fences = fencesBySection(page);
  const substanceAt = (index: number) => substanceOf(page.sections[index], fences.get(index) ?? 0);
  page.sections.forEach((section, index) => {
    const part = named[index];
    if (!part || section.level === 0 || section === title) return;
    const held = heldBy(page.sections, index, named);
    const substance = held.reduce((sum, one) => sum + substanceAt(one), 0);
    const known = parts.get(part);
    const promises = (one: number) => page.sections[one]?.placeholder !== undefined;
    const placeholder = held.some(promises) && held.every((one) => promises(one) || substanceAt(one) === 0);
    parts.set(part, {
      head: known?.head ?? section,
      substance: (known?.substance ?? 0) + (placeholder ? 0 : substance),
      placeholder: (known?.placeholder ?? true) && placeholder,
    });
  });
  return parts;
}

/** The first heading, where it is one of the page and not of a part. */
function titleOf({ sections }: DocumentFacts): SectionFacts | undefined {
  const first = sections.find(({ level }) => level > 0);
  return first?.level === 1 && first.heading.split(/\s+/).length > MAX_TITLE_WORDS ? first : undefined;
}

/** Indexes of a section and of those below it that are not consequences. */
function heldBy(
  sections: readonly SectionFacts[],
  index: number,
  named: readonly (DecisionPart | undefined)[],
): number[] {
  const level = sections[index]?.level ?? 0;
  const held = [index];
  for (let next = index + 1; next < sections.length; next++) {
    if ((sections[next]?.level ?? 0) <= level) break;
    if (named[next] !== 'decision-consequences') held.push(next);
  }
  return held;
}

/** How many fenced blocks each section has, by its index. */
function fencesBySection({ fences }: DocumentFacts): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { section } of fences) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

const substanceOf = (section: SectionFacts | undefined, fences: number): number =>
  section ? section.words + WORDS_OF_A_LINK * (section.links + section.commands + fences) : 0;
