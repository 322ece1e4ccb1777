import type { DocumentFacts, SectionFacts } from '@shipworthy/model';

/** The anchors of one page, for look-up by several spellings. */
export interface Anchors {
  readonly exact: ReadonlySet<string>;
  /** Sections by their slug, the first of each. */
  readonly sections: ReadonlyMap<string, SectionFacts>;
  /** Lower-case spelling to the anchor as it is. */
  readonly byLowerCase: ReadonlyMap<string, string>;
  /** As site generators spell them: runs of `-` and `_` are one `-`, none at the ends. */
  readonly byCollapsed: ReadonlyMap<string, string>;
}

/** Levels above are bold lines, which have no anchor. */
const DEEPEST_HEADING = 6;

export function anchorsOf(page: DocumentFacts): Anchors {
  const exact = new Set(page.anchors);
  for (const { slug, level } of page.sections) if (slug !== '' && level <= DEEPEST_HEADING) exact.add(slug);
  const byLowerCase = new Map<string, string>();
  const byCollapsed = new Map<string, string>();
  for (const anchor of exact) {
    byLowerCase.set(anchor.toLowerCase(), anchor);
    byCollapsed.set(collapsed(anchor), anchor);
  }
  const sections = new Map<string, SectionFacts>();
  for (const section of page.sections) if (!sections.has(section.slug)) sections.set(section.slug, section);
  return { exact, sections, byLowerCase, byCollapsed };
}

export function collapsed(anchor: string): string {
  return anchor.toLowerCase().replace(/[-_]+/g, '-').replace(/^-|-$/g, '');
}

/** Shorter headings end many anchors by chance. */
const SHORTEST_HEADING = 3;
/** The code of an apostrophe, which some generators leave in an anchor (`what-we-39-re-doing`). */
const APOSTROPHE = /39/g;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * May a generator with a spelling of its own have made the anchor of one of the page's headings? Only letters and digits
 * are compared, and words of a heading above may stand before it.
 */
export function mayBeHeading(page: DocumentFacts, wanted: string): boolean {
  const letters = lettersOf(wanted);
  const spellings = [letters, letters.replace(APOSTROPHE, '')];
  return [page.title ?? '', ...page.sections.map(({ heading }) => heading)].some((heading) => {
    const end = lettersOf(heading);
    return end.length >= SHORTEST_HEADING && spellings.some((spelling) => spelling.endsWith(end));
  });
}
