import type { DocumentFacts } from '@shipworthy/model';
import { extensionOf, percentDecoded } from '../addresses/repository-path.ts';
import { collapsed } from './anchors.ts';
import type { PageIndex } from './page-index.ts';

/** Whether a file has an anchor. */
export type AnchorAnswer =
  | { readonly found: true; readonly anchor?: string; readonly note?: string }
  | { readonly found: false; readonly nearest?: string }
  | { readonly found: 'unknown'; readonly why: string };

/** `#L10`, `#L10-L20`, `#L10C5-L12C1` of forges, `#lines-10`, and GitLab's `#L10-20`. */
const LINES = /^(?:L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|lines?-\d+(?:[-:]\d+)?)$/i;
/** Every browser scrolls to the top for these; `readme` is the box in which a forge shows the page. */
const ALWAYS_THERE = new Set(['', 'top', 'readme', 'readme-ov-file']);
const PAGE_EXTENSIONS = new Set(['md', 'markdown', 'mdx']);
/** Formats whose anchors follow rules of their own, of which only the ones that were read are known. */
const STRICT_FORMATS: readonly DocumentFacts['format'][] = ['markdown'];

/**
 * Looks an anchor up in a file that exists.
 * @param siteSpelling a site generator may have spelled the heading's anchor in its own way
 */
export function findAnchor(index: PageIndex, path: string, fragment: string, siteSpelling: boolean): AnchorAnswer {
  const text = percentDecoded(fragment).replace(/^user-content-/, '');
  const directive = text.indexOf(':~:');
  const wanted = directive < 0 ? text : text.slice(0, directive);
  if (ALWAYS_THERE.has(wanted.toLowerCase()) || LINES.test(wanted)) return { found: true };
  const page = index.page(path);
  const anchors = index.anchors(path);
  if (!page || !anchors)
    return {
      found: 'unknown',
      why: PAGE_EXTENSIONS.has(extensionOf(path))
        ? `the anchors of ${path} were not read`
        : `anchors of ${path} are not known in its format`,
    };
  if (anchors.exact.has(wanted)) return { found: true, anchor: wanted };
  const otherCase = anchors.byLowerCase.get(wanted.toLowerCase());
  if (otherCase !== undefined)
    return { found: true, anchor: otherCase, note: `the anchor is spelled #${otherCase}, in other letter case` };
  if (siteSpelling) {
    const spelled = anchors.byCollapsed.get(collapsed(wanted));
    if (spelled !== undefined) return { found: true, anchor: spelled, note: `the heading's anchor is #${spelled}` };
  }
  if (!STRICT_FORMATS.includes(page.format))
    return { found: 'unknown', why: `components or directives of ${path} may write anchors that cannot be seen` };
  const near = index.suggest(wanted, anchors);
  return near === undefined ? { found: false } : { found: false, nearest: near };
}
