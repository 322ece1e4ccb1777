/** `README.es.md`, `readme_zh-CN.md`, `README.zh.hans.md`: a page and the language it is in. */
const IN_LANGUAGE = /^(.+?)[._-]([a-z]{2,3}(?:[._-][a-z]{2,8})?)\.\w+$/i;
/** Pages that are translated file by file; of other names the end is seldom a language. */
const TRANSLATED = /^(?:readme|contributing|code_of_conduct)$/i;

const baseNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What the page is called in every language, lower case; undefined when its name has no language. */
function translationOf(path: string): string | undefined {
  const stem = IN_LANGUAGE.exec(baseNameOf(path))?.[1];
  return stem !== undefined && TRANSLATED.test(stem) ? stem.toLowerCase() : undefined;
}

interface Page {
  readonly path: string;
}
const known = new WeakMap<readonly Page[], ReadonlySet<string>>();

/**
 * What one page is called in all of its languages, when it is there in several: whoever mends a link in one of them mends
 * it in all. The original stands at the root, its translations anywhere.
 */
export function sharedPage(path: string, pages: readonly Page[]): string | undefined {
  const found = known.get(pages) ?? new Set(pages.flatMap((page) => translationOf(page.path) ?? []));
  known.set(pages, found);
  const original = path.includes('/') ? undefined : path.replace(/\.\w+$/, '').toLowerCase();
  return translationOf(path) ?? (original !== undefined && found.has(original) ? original : undefined);
}
