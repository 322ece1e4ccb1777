import type { RepositoryFile } from '../repository-file.ts';
import { pageOf } from './page-of.ts';

/** Units of a text in which a title stands. */
const HEAD = 2_000;

/** The first lines in lower case. Pass to `file.once`: a dozen kinds look for words of their titles there. */
export function headText(file: RepositoryFile): string {
  return file.text.slice(0, HEAD).toLowerCase();
}

/** The headings of the page in lower case, one a line. Pass to `file.once`. */
export function headingText(file: RepositoryFile): string {
  const { sections } = file.once(pageOf);
  return sections
    .map(({ heading }) => heading)
    .join('\n')
    .toLowerCase();
}

/**
 * Does the text, in lower case, hold one of the words? Plain searches: with a dozen words in several scripts they are many
 * times faster than one pattern that looks at no case, and most pages hold none.
 */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
