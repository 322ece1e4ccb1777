import { type Artifact, namesTopic, type Place, type SectionFacts, type Vocabulary } from '@shipworthy/model';

interface Found {
  readonly heading: string;
  readonly at: Place;
}

/** What the pages say of getting data back, the most helpful first. */
export interface RestorePages {
  /** Commands or steps. */
  readonly followed?: Place;
  /** A heading with a placeholder below it. */
  readonly empty?: Found & { readonly what: string };
  /** A heading about restoring with prose alone. */
  readonly wish?: Found;
}

/** Pages that tell of something else by the same words: what changed, what was decided, what somebody proposes. */
const OTHER =
  /(?:^|\/)(?:change-?log|changes|history|news|release-?notes?)[^/]*$|(?:^|\/)(?:adrs?|[\w-]*decisions?(?:[-_]records?)?|rfcs?|proposals?|blog|posts?)\/|(?:^|\/)charts\/[^/]+\/charts\//i;
/** Sections about getting data back, with those below them. */
export function restorePages(pages: readonly Artifact<'document'>[], words: Vocabulary): RestorePages {
  let empty: RestorePages['empty'];
  let wish: RestorePages['wish'];
  for (const { path, facts, pathClass } of pages) {
    if (pathClass === 'example' || OTHER.test(path)) continue;
    for (const [index, section] of facts.sections.entries()) {
      if (section.heading === '') continue;
      const restores = namesTopic(words, section.heading, 'restore');
      if (!restores && !namesTopic(words, section.heading, 'backup')) continue;
      const parts = withBelow(facts.sections, index);
      const found = { heading: section.heading, at: { path, span: section.at } };
      if (parts.some(({ commands, steps, tableRows }) => commands > 0 || steps > 0 || tableRows > 0))
        return { followed: found.at };
      const blank = parts.find(({ placeholder }) => placeholder !== undefined);
      if (blank?.placeholder !== undefined)
        empty ??= { ...found, what: blank.placeholder, at: { path, span: blank.placeholderAt ?? section.at } };
      else if (parts.some((part) => part.bullets > 0 || part.links > 0)) return { followed: found.at };
      else if (restores && parts.some((part) => part.words > 0)) wish ??= found;
    }
  }
  return { ...(empty ? { empty } : {}), ...(wish ? { wish } : {}) };
}

function withBelow(sections: readonly SectionFacts[], index: number): readonly SectionFacts[] {
  const level = sections[index]?.level ?? 0;
  const next = sections.findIndex((section, other) => other > index && section.level <= level);
  return sections.slice(index, next < 0 ? undefined : next);
}
