import type { Place, RunbookEntrySubject, SectionFacts } from '@shipworthy/model';

/** The section at `index` with the ones below it: those that follow and are headed more deeply. */
export function withSubsections(parts: readonly SectionFacts[], index: number): readonly SectionFacts[] {
  const section = parts[index];
  if (!section) return [];
  let end = index + 1;
  for (let next = parts[end]; next && next.level > section.level; next = parts[end]) end++;
  return parts.slice(index, end);
}

/** What a page says before its first entry: it holds for all of them. Nothing of a page that is one entry. */
export function commonParts({ slug, page, artifact }: RunbookEntrySubject): readonly SectionFacts[] {
  if (slug === '') return [];
  const first = Math.min(...artifact.facts.entries.flatMap(({ sections }) => sections));
  return page.sections.slice(0, first);
}

/** Words that only name the parts of an address or of a menu say nothing; one sentence is about this long. */
export const SENTENCE_WORDS = 6;

/** Something of its own stands below the heading. */
export const hasContent = (section: SectionFacts): boolean =>
  section.placeholder === undefined &&
  (section.words > 0 || section.commands > 0 || section.links > 0 || section.steps > 0 || section.tableRows > 0);

/** Sections with a block of code below their heading: what to change in a program is no command, and an answer still. */
export function codedSections({ page }: RunbookEntrySubject): ReadonlySet<SectionFacts> {
  return new Set(
    page.fences.flatMap(({ section, lines }) => {
      const holder = page.sections[section];
      return holder && lines > 0 ? [holder] : [];
    }),
  );
}

/** Sum of a count over sections. */
export const total = (
  sections: readonly SectionFacts[],
  count: 'words' | 'steps' | 'bullets' | 'tableRows' | 'commands' | 'links',
): number => sections.reduce((sum, section) => sum + section[count], 0);

/** Where an entry is reported: its heading, not the whole of its text. */
export function headOf({ path, parts, span }: RunbookEntrySubject): Place {
  return { path, span: parts[0]?.at ?? span };
}
