/** The pattern without the marks that change nothing: a leading slash before a deeper path, trailing `/`, `/*`, `/**`. */
const folderOf = (pattern: string): string => pattern.replace(/\/(?:\*\*?)?$/, '').replace(/^\/?(?:\*\*\/)?/, '');

/** Patterns that take every file. */
const EVERYTHING: ReadonlySet<string> = new Set(['*', '**', '/**', '**/*', '/**/*', '/']);

/**
 * Does `later` by its very spelling take whatever `earlier` takes? A fallback followed by lines that happen to cover
 * its files today is no mistake; a line followed by a broader one can never decide anything.
 */
export function isBroaderOrEqual(later: string, earlier: string): boolean {
  if (EVERYTHING.has(later)) return true;
  if (later === earlier) return true;
  if (/^\*\.[\w.-]+$/.test(later)) return earlier.endsWith(later.slice(1));
  if (/[*?]/.test(folderOf(later)) || !later.startsWith('/') || /[^/]\/\*$/.test(later)) return false;
  return earlier.startsWith('/') && `${folderOf(earlier)}/`.startsWith(`${folderOf(later)}/`);
}
