import { namesTopic, PAGER_QUESTIONS, type PagerQuestion, type SectionFacts, type Vocabulary } from '@shipworthy/model';
import { hasContent, SENTENCE_WORDS, withSubsections } from './entry-sections.ts';

export interface PagerAnswers {
  /** Questions that nothing answers. */
  readonly missing: readonly PagerQuestion[];
  /** Questions whose heading is there and whose text is a placeholder: another rule reports those. */
  readonly unfilled: readonly PagerQuestion[];
  /** The first heading that asks a missing question and has nothing below it. */
  readonly emptyHeading?: SectionFacts;
}

/**
 * Which questions of whoever is paged an entry answers: by a heading with something below it, or by what its prose
 * says. A command or a query is a way to look; a first paragraph says what the matter is. Where to look may stand once
 * for all entries, in the `common` sections of the page; `coded` sections hold a block of code. A heading that is the question's own name ("Impact") and is
 * left empty answers nothing, whatever other sections happen to say.
 */
export function pagerAnswers(
  parts: readonly SectionFacts[],
  vocabulary: Vocabulary,
  common: readonly SectionFacts[] = [],
  coded: ReadonlySet<SectionFacts> = new Set(),
): PagerAnswers {
  const missing: PagerQuestion[] = [];
  const unfilled: PagerQuestion[] = [];
  let emptyHeading: SectionFacts | undefined;
  for (const question of PAGER_QUESTIONS) {
    const headed = parts.flatMap((part, index) =>
      part.heading !== '' && namesTopic(vocabulary, part.heading, question) ? [withSubsections(parts, index)] : [],
    );
    if (headed.some((sections) => sections.some((section) => hasContent(section) || coded.has(section)))) continue;
    const empty = headed.find(isEmpty)?.[0];
    if (headed.some((sections) => sections.some((section) => section.placeholder !== undefined)))
      unfilled.push(question);
    else if (
      empty?.heading.toLowerCase() === question ||
      (!said(question, parts) && !(question === 'diagnosis' && common.some(leadsToLook)))
    ) {
      missing.push(question);
      emptyHeading ??= empty;
    }
  }
  return { missing, unfilled, ...(emptyHeading ? { emptyHeading } : {}) };
}

/** Longest text between two headings that is only line breaks. */
const ONLY_BREAKS = 8;

/** Not even a comment or a template expression stands below the heading. */
const isEmpty = ([section, ...below]: readonly SectionFacts[]): boolean =>
  section !== undefined && below.length === 0 && section.body[1] - section.body[0] <= ONLY_BREAKS;

/** Words for looking together with something to open or to type. */
const leadsToLook = ({ says, links, commands }: SectionFacts): boolean =>
  says.includes('diagnosis') && links + commands > 0;

function said(question: PagerQuestion, parts: readonly SectionFacts[]): boolean {
  if (parts.some((part) => part.says.includes(question))) return true;
  if (question === 'meaning') return parts.some((part) => part.words - part.tableRows >= SENTENCE_WORDS);
  if (question === 'diagnosis') return parts.some((part) => part.commands > 0);
  if (question !== 'mitigation') return false;
  const [only] = parts;
  // A page without headings whose list says "check", "ensure", "run" is about nothing but what to do.
  return parts.some((part) => part.steps > 1) || (parts.length === 1 && only !== undefined && only.bullets > 1);
}
