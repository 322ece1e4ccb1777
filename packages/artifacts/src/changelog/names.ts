const EXTENSION = /\.(?:md|markdown|mdx|rst|txt|text|adoc|asciidoc|org|rdoc|textile)$/i;
/**
 * Any suffix (`CHANGELOG-1.30`, `CHANGELOG_v1`) and a product before it (`agent-changelog`) still make a changelog, and so
 * does the mark of a source that a site of documentation is made from (`_changelog.md`).
 */
const STRONG = /^_?(?:[a-z0-9]+[-_.])*(?:change[-_ ]?logs?|release[-_ ]?notes|whats?[-_]new)(?:[-_.][\w.-]+)?$/i;
/** Words that are also other things: only the word itself, or with a version behind it. */
const WEAK = /^(?:(?:[a-z0-9]+[-_.])?changes|history|news|releases)(?:[-_.]?v?\d[\w.-]*)?$/i;

/** A part of every such name, for the thousands of other names. */
const HINT = /chang|release|new|history/i;

export type ChangelogName = 'strong' | 'weak';

/** What the name of a file says: `CHANGELOG.md` strongly, `HISTORY.txt` weakly. */
export function changelogName(baseName: string): ChangelogName | undefined {
  if (!HINT.test(baseName)) return undefined;
  const stem = baseName.replace(EXTENSION, '');
  if (stem === baseName && /\.[a-z]{1,10}$/i.test(baseName) && !/\.\d+$/.test(baseName)) return undefined;
  if (STRONG.test(stem)) return 'strong';
  return WEAK.test(stem) ? 'weak' : undefined;
}
