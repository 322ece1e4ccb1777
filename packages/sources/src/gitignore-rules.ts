import ignore, { type Ignore } from 'ignore';

/**
 * A segment with more `*` than this takes too long to match against a hostile name. Such a pattern is set aside, which
 * lists more files rather than fewer.
 */
const MAX_STARS_IN_SEGMENT = 5;

/**
 * The ignore rules that hold in one folder: its own .gitignore after those of the folders above, so that the last match
 * decides, as in git. Every rule is rewritten to be relative to the root.
 */
export class GitignoreRules {
  readonly #rules: Ignore | undefined;

  constructor(rules?: Ignore) {
    this.#rules = rules;
  }

  /** These rules and then those of a .gitignore (`text`) in `folder` (relative to the root; '' is the root). */
  with(text: string, folder: string): GitignoreRules {
    const added = text.split('\n').flatMap((line) => rebased(line, folder) ?? []);
    if (added.length === 0) return this;
    const rules = ignore({ ignorecase: false });
    if (this.#rules) rules.add(this.#rules);
    return new GitignoreRules(rules.add(added));
  }

  /** Is this path left out, given that its folder is not? */
  leavesOut(path: string, isFolder: boolean): boolean {
    return this.#rules?.ignores(isFolder ? `${path}/` : path) ?? false;
  }
}

/** One line of a .gitignore as a pattern relative to the root; undefined for blank lines and comments. */
function rebased(line: string, folder: string): string | undefined {
  let pattern = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (pattern.trim() === '' || pattern.startsWith('#')) return undefined;
  if (pattern.split('/').some((segment) => segment.split('*').length - 1 > MAX_STARS_IN_SEGMENT)) return undefined;
  if (folder === '') return pattern;
  const negated = pattern.startsWith('!');
  // `\!` and `\#` only keep a first character from being read as a sign; behind a folder they need no backslash.
  pattern = pattern.replace(negated ? /^!/ : /^\\(?=[!#])/, '');
  const slash = pattern.indexOf('/');
  const anchored = slash !== -1 && pattern.slice(slash + 1).trim() !== '';
  const prefix = `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/`;
  return `${negated ? '!' : ''}${prefix}${anchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
}
