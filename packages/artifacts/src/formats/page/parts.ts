import { DEFAULT_VOCABULARY, type DocumentFacts, type HeadingTopic, namesTopic, type Span } from '@shipworthy/model';
import { plainText } from './tables.ts';

/** A line that begins with a bold label (`**Impact:** …`) or with a short label and a colon, behind list marks and bars. */
const LABEL =
  /^[ \t>|*+-]{0,8}(?:\*\*|__)([^*_\n]{2,60}?)(?:\*\*|__)|^[ \t>|*+-]{0,8}([\p{L}][\p{L} /-]{1,40}):(?=\s)/gmu;
/** The first cell of a row of a table. */
const FIRST_CELL = /^[ \t]*\|[ \t]*([^|\n]{2,60}?)[ \t]*\|/gm;

/** A name of a part and where it stands. */
export interface PartName {
  readonly name: string;
  readonly at: Span;
}

/** A text with its blocks of code blanked out, every offset kept: what they show is not what the page says. */
export function withoutCode({ fences }: DocumentFacts, text: string): string {
  let kept = '';
  let from = 0;
  for (const { at } of fences) {
    if (at[0] < from) continue;
    kept += text.slice(from, at[0]) + text.slice(at[0], at[1]).replace(/[^\r\n]/g, ' ');
    from = at[1];
  }
  return kept + text.slice(from);
}

/** What a page calls its parts: headings first, then labels of lines and of rows. The page's own title is none. */
export function partNames(page: DocumentFacts, text: string): PartName[] {
  const names: PartName[] = [];
  const title = page.sections.findIndex(({ level }) => level > 0 && level < 7);
  page.sections.forEach(({ heading, at, level }, index) => {
    if (level > 0 && index !== title) names.push({ name: heading, at });
  });
  for (const match of text.matchAll(LABEL)) {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(name);
    names.push({ name: plainText(name), at: [start, start + name.length] });
  }
  for (const match of text.matchAll(FIRST_CELL)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    names.push({ name: plainText(name), at: [start, start + name.length] });
  }
  return names;
}

/** The first part that a name says is about each topic. */
export function partsByTopic<P extends string>(
  names: readonly PartName[],
  topics: Readonly<Record<P, HeadingTopic>>,
): Partial<Record<P, Span>> {
  const found: Partial<Record<P, Span>> = {};
  for (const part of Object.keys(topics) as P[]) {
    const topic = topics[part];
    const named = names.find(({ name }) => namesTopic(DEFAULT_VOCABULARY, name, topic));
    if (named) found[part] = named.at;
  }
  return found;
}
