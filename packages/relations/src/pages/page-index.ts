import type { DocumentFacts, Place, RelationContext } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { nearest } from '../addresses/nearest.ts';
import { oncePerContext } from '../once-per-context.ts';
import { type Anchors, anchorsOf } from './anchors.ts';

/** The pages of a repository whose text was read. */
export interface PageIndex {
  page(path: string): DocumentFacts | undefined;
  /** Anchors of a page that was read; computed when first asked. */
  anchors(path: string): Anchors | undefined;
  /** An anchor that may have been meant; no longer answered after many questions, for each compares with all anchors. */
  suggest(wanted: string, anchors: Anchors): string | undefined;
}

const MOST_SUGGESTIONS = 300;

export const pageIndex: (context: RelationContext) => PageIndex = oncePerContext((context) => {
  const pages = new Map(artifactsOf(context.inventory, 'document').map(({ path, facts }) => [path, facts]));
  const anchors = new Map<string, Anchors>();
  let asked = 0;
  return {
    page: (path) => pages.get(path),
    anchors(path) {
      const page = pages.get(path);
      if (!page) return undefined;
      const known = anchors.get(path) ?? anchorsOf(page);
      anchors.set(path, known);
      return known;
    },
    suggest(wanted, { exact }) {
      asked += 1;
      return asked > MOST_SUGGESTIONS ? undefined : nearest(wanted, [...exact]);
    },
  };
});

/** The section of a page that an anchor names, as a place; the page when the anchor is no heading. */
export function placeOfAnchor(path: string, anchors: Anchors | undefined, anchor: string): Place {
  const section = anchors?.sections.get(anchor);
  return section ? { path, span: section.at } : { path };
}
