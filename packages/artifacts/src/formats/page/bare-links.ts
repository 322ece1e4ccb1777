import { trimUrl } from '../markdown/inline.ts';
import type { PageBuilder } from './page-builder.ts';

const BARE_URL = /https?:\/\/[^\s<>[\]`|"\\]+/g;

/**
 * Reports the URLs that stand in a text without markup.
 * @param taken offsets in the page at which a link of the format's own syntax is known already
 */
export function reportBareUrls(text: string, start: number, builder: PageBuilder, taken?: ReadonlySet<number>): void {
  for (const match of text.matchAll(BARE_URL)) {
    const at = start + match.index;
    const url = trimUrl(match[0], 0);
    if (!taken?.has(at)) builder.link('autolink', url, url, [at, at + url.length]);
  }
}
