import type { Artifact } from '@shipworthy/model';

/** Where a forge looks for the page it shows first, in order. */
const PLACES = [/^readme(?:\.\w+)?$/i, /^\.github\/readme(?:\.\w+)?$/i, /^docs\/readme(?:\.\w+)?$/i];

/** Is it where that page is looked for, whatever it holds? */
export const isAtReadmePlace = (path: string): boolean => PLACES.some((place) => place.test(path));

export interface RootReadme {
  readonly readme: Artifact<'readme'>;
  readonly page: Artifact<'document'>;
}

/** The pages that greet whoever opens the repository; several when it is written in several formats. */
export function rootReadmes(
  readmes: readonly Artifact<'readme'>[],
  documents: readonly Artifact<'document'>[],
): readonly RootReadme[] {
  for (const place of PLACES) {
    const found = readmes.filter((readme) => place.test(readme.path));
    const pages = found.flatMap((readme) => {
      const page = documents.find((document) => document.path === readme.path);
      return page ? [{ readme, page }] : [];
    });
    if (pages.length > 0) return pages;
  }
  return [];
}
