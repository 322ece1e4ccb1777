import type { DocumentFacts, Place, RelationContext } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { oncePerContext } from '../shared/once-per-context.ts';
import { type Anchors, anchorsOf } from './anchors.ts';

/** The pages of a repository whose text was read. */
export interface PageIndex {
  page(path: string): DocumentFacts | undefined;
  /** Anchors of a page that was read; computed when first asked. */
  anchors(path: string): Anchors | undefined;
}

export const pageIndex: (context: RelationContext) => PageIndex = oncePerContext((context) => {
  const pages = new Map(artifactsOf(context.inventory, 'document').map(({ path, facts }) => [path, facts]));
  const anchors = new Map<string, Anchors>();
  return {
    page: (path) => pages.get(path),
    anchors(path) {
      const page = pages.get(path);
      if (!page) return undefined;
      const known = anchors.get(path) ?? anchorsOf(page);
      anchors.set(path, known);
      return known;
    },
  };
});

/** The section of a page that an anchor names, as a place; the page when the anchor is no heading. */
export function placeOfAnchor(path: string, page: DocumentFacts, anchor: string): Place {
  const section = page.sections.find(({ slug }) => slug === anchor);
  return section ? { path, span: section.at } : { path };
}
