import type { Location } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { encodedPath } from '../markdown/encoded-path.ts';
import { code } from '../markdown/escape.ts';

/**
 * What GitHub renders instead of showing its lines: without `plain=1` an anchor of a line leads nowhere
 * (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-a-permanent-link-to-a-code-snippet;
 * the formats are those of https://github.com/github/markup).
 */
const RENDERED = /\.(?:md|markdown|mdown|mkdn?|mdx|textile|rdoc|org|creole|mediawiki|wiki|rst|asciidoc|adoc|asc|pod)$/i;

/** Characters of a commit's id that people are shown. */
const SHORT = 9;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** Links into a repository on the web; without its address, names only. */
export class WebLinks {
  readonly #repository: string | undefined;

  /** @param repository web address; one that is none, or leads elsewhere than to the web, is left out */
  constructor(repository: string | undefined) {
    this.#repository = repository === undefined ? undefined : addressOf(repository);
  }

  /** Places of one commit. What is missing is only named. */
  to(commit: string | undefined): LinkTo {
    return (location) =>
      location.absent && location.path !== '' ? `expected at ${code(location.path)}` : this.#link(location, commit);
  }

  /** Places that a change touches: what it removed is shown as it was. */
  toTouched(head: string | undefined, base: string | undefined): LinkTo {
    return ({ absent, ...there }) => (absent ? `${this.#link(there, base)} (gone)` : this.#link(there, head));
  }

  #link({ path, line, endLine }: Location, commit: string | undefined): string {
    if (path === '') return 'the root of the repository';
    const last = endLine !== undefined && line !== undefined && endLine > line ? `-L${endLine}` : '';
    // A place that begins and ends with the first line most often stands for the file.
    const isFile = line === undefined || (line === 1 && last === '');
    const name = code(isFile ? path : `${path}:${line}`);
    if (this.#repository === undefined || commit === undefined || !COMMIT.test(commit)) return name;
    const lines = isFile ? '' : `${RENDERED.test(path) ? '?plain=1' : ''}#L${line}${last}`;
    return `[${name}](${this.#repository}/blob/${commit}/${encodedPath(path)}${lines})`;
  }

  /** A commit by the beginning of its id; another name of a revision as it is. */
  commit(revision: string): string {
    if (!COMMIT.test(revision)) return code(revision);
    const name = code(revision.slice(0, SHORT));
    return this.#repository === undefined ? name : `[${name}](${this.#repository}/commit/${revision})`;
  }
}

/** The address as it can stand in a link of Markdown, without what would go on behind a path. */
export function addressOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${origin}${pathname.replace(/\/+$/, '')}`.replaceAll('(', '%28').replaceAll(')', '%29');
}
