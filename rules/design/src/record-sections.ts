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
  page.sections.forEach((section, index) => {
    if (section.level === 0 || isTitle(page, section)) return;
    const part = decisionPartOf(vocabulary, section.heading);
    if (!part) return;
    const held = heldBy(page.sections, index, vocabulary);
    const substance = held.reduce((sum, one) => sum + substanceOf(one, page), 0);
    const known = parts.get(part);
    const placeholder = held.some((one) => one.placeholder !== undefined) && held.every((one) => isBlank(one, page));
    parts.set(part, {
      head: known?.head ?? section,
      substance: (known?.substance ?? 0) + (placeholder ? 0 : substance),
      placeholder: (known?.placeholder ?? true) && placeholder,
    });
  });
  return parts;
}

function isTitle(page: DocumentFacts, section: SectionFacts): boolean {
  const first = page.sections.find(({ level }) => level > 0);
  return section === first && section.level === 1 && section.heading.split(/\s+/).length > MAX_TITLE_WORDS;
}

function heldBy(sections: readonly SectionFacts[], index: number, vocabulary: Vocabulary): SectionFacts[] {
  const head = sections[index];
  if (!head) return [];
  const held = [head];
  for (let next = index + 1; next < sections.length; next++) {
    const section = sections[next];
    if (!section || section.level <= head.level) break;
    if (decisionPartOf(vocabulary, section.heading) !== 'decision-consequences') held.push(section);
  }
  return held;
}

const isBlank = (section: SectionFacts, page: DocumentFacts): boolean =>
  section.placeholder !== undefined || substanceOf(section, page) === 0;

function substanceOf(section: SectionFacts, page: DocumentFacts): number {
  const index = page.sections.indexOf(section);
  const fences = page.fences.filter((fence) => fence.section === index).length;
  return section.words + WORDS_OF_A_LINK * (section.links + section.commands + fences);
}
