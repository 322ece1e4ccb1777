import type { DocumentFacts } from '@shipworthy/model';

/** The anchors of one page, for look-up by several spellings. */
export interface Anchors {
  readonly exact: ReadonlySet<string>;
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
  return { exact, byLowerCase, byCollapsed };
}

export function collapsed(anchor: string): string {
  return anchor.toLowerCase().replace(/[-_]+/g, '-').replace(/^-|-$/g, '');
}
