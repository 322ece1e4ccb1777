import type { SourceEntry } from '@shipworthy/model';
import { LOCALE, PAGE } from './words.ts';

/** The language in which the canonical copy is looked for. */
const CANONICAL = /^en(?:[-_](?:us|gb))?$/;
const CANONICAL_NAMES = ['en', 'en-US', 'en-us', 'en_US', 'en-GB'];

/**
 * Folders named like a locale (`docs/ja`) that hold at least one page with a counterpart: the same path without the
 * locale, or with English in its place. A folder `docs/cs` about C# has none.
 */
export function findLocaleFolders(
  entries: readonly SourceEntry[],
  has: (path: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path } of entries) {
    if (!PAGE.test(path)) continue;
    for (let start = 0, cut = path.indexOf('/'); cut >= 0; start = cut + 1, cut = path.indexOf('/', start)) {
      // The longest locale has seven characters (`zh-hant`); most segments end here.
      if (cut - start < 2 || cut - start > 7) continue;
      const segment = path.slice(start, cut).toLowerCase();
      if (!LOCALE.test(segment) || CANONICAL.test(segment) || found.has(path.slice(0, cut))) continue;
      const before = path.slice(0, start);
      const after = path.slice(cut + 1);
      if (has(before + after) || CANONICAL_NAMES.some((name) => has(`${before}${name}/${after}`)))
        found.add(path.slice(0, cut));
    }
  }
  return found;
}

/** `README.ja.md` or `README_zh-CN.md` beside `README.md` (or `README.en.md`), or in a folder of READMEs below it. */
export function isTranslatedPage(path: string, has: (path: string) => boolean): boolean {
  const parts = /^(.*?)[._-]([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})?)(\.[a-z]+)$/.exec(path);
  const [, stem = '', locale = '', extension = ''] = parts ?? [];
  const lower = locale.toLowerCase();
  if (!parts || !LOCALE.test(lower) || CANONICAL.test(lower)) return false;
  const above = README_BELOW.exec(stem)?.[1];
  return (
    has(`${stem}${extension}`) ||
    has(`${stem}.en${extension}`) ||
    has(`${stem}_en${extension}`) ||
    (above !== undefined && has(`${above}README${extension}`))
  );
}

/** A README one folder below what it tells about: `readmes/README_ja_JP.md`. */
const README_BELOW = /^((?:.*\/)?)[^/]+\/README$/;
