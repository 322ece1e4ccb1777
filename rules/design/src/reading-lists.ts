import { type DocumentFacts, decisionPartOf, type LinkFacts } from '@shipworthy/model';
import type { Vocabulary } from '@shipworthy/rule-kit';

/** Headings of lists of what else to read. */
const READING =
  /^(?:links?|references?|see also|resources|sources?|further reading|read more|more information|related|liens|références|quellen|weiterführend\p{L}*|enlaces|referencias|referências|lenker|kilder|länkar|källor|参考\p{L}*)(?!\p{L})/iu;

/** The first link to another host that a record leads to for more: in a list of such links, or where it says what was decided. */
export function linkForMore(page: DocumentFacts, vocabulary: Vocabulary): LinkFacts | undefined {
  return page.links.find(({ target, form, section }) => {
    const heading = page.sections[section]?.heading ?? '';
    return (
      form !== 'image' &&
      /^https?:\/\//i.test(target) &&
      (READING.test(heading) || decisionPartOf(vocabulary, heading) === 'decision')
    );
  });
}
