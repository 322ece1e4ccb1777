import type { Span } from '../place.ts';

/**
 * What every page of text holds, whatever its kind: the base on which runbook and readme facts stand and the
 * target side of links. Not a public kind: `inventory` does not print it.
 */
export interface DocumentFacts {
  readonly format: 'markdown' | 'mdx' | 'restructuredtext' | 'asciidoc' | 'plain';
  readonly title?: string;
  /** Scalar keys of YAML front matter. */
  readonly frontMatter: Readonly<Record<string, string>>;
  /** Sections in document order; text before the first heading is the section of level 0. */
  readonly sections: readonly SectionFacts[];
  /** Named anchors that are not headings: any `id=` or `name=` of a tag, `{#id}`. */
  readonly anchors: readonly string[];
  readonly links: readonly LinkFacts[];
  /** Paths that prose or commands name in code: `docs/x.md` in backticks, a file in a fenced command. */
  readonly mentions: readonly MentionFacts[];
  readonly fences: readonly FenceFacts[];
  /** Calls of build scripts: `make x`, `npm run x`, `just x`, `task x`, `./x.sh`. Absent: none. */
  readonly commands?: readonly CommandFacts[];
  /** A line that speaks of runbooks or playbooks and holds a link. Absent: none. */
  readonly leadsToRunbooks?: Span;
}

export interface SectionFacts {
  /** 0 for the text before the first heading, else 1-6. A line that is only bold text counts as level 7. */
  readonly level: number;
  /** Heading text without markup; '' for level 0. */
  readonly heading: string;
  /** Anchor as GitHub makes it, with `-1` suffixes for duplicates; '' for level 0. */
  readonly slug: string;
  /** The heading line (for level 0: the first line of text). */
  readonly at: Span;
  /** The text below the heading up to the next heading of any level. */
  readonly body: Span;
  /**
   * Words of prose, lists and tables in the body; code fences and HTML tags do not count. On pages that by name, place
   * and headings can be no artifact prose is not read: 1 where there is any, and no `placeholder`, `blanks` or `says`.
   */
  readonly words: number;
  /** Numbered list items. */
  readonly steps: number;
  /** Bullet list items. */
  readonly bullets: number;
  /** Rows of tables, header and rule lines not counted. */
  readonly tableRows: number;
  /** Fenced blocks, and inline code that reads as a command or a query. */
  readonly commands: number;
  readonly links: number;
  /** Filled when the whole body is a placeholder (TODO, TBD, coming soon...): the text that makes it one. */
  readonly placeholder?: string;
  /** Where the placeholder stands. */
  readonly placeholderAt?: Span;
  /**
   * Paragraphs that are only a placeholder, and fenced blocks that are only a comment saying so, in a body that says
   * something besides. Absent: none.
   */
  readonly blanks?: readonly { readonly text: string; readonly at: Span }[];
  /** Sentence classes the body's prose shows; see `PAGER_QUESTIONS`. */
  readonly says: readonly string[];
}

export interface LinkFacts {
  readonly form: 'inline' | 'reference' | 'image' | 'html' | 'autolink';
  /** As written, entities and angle brackets removed; a reference link's resolved destination. */
  readonly target: string;
  readonly text: string;
  /** Span of the target where it is written. */
  readonly at: Span;
  /** Index into `sections`. */
  readonly section: number;
}

export interface MentionFacts {
  readonly value: string;
  readonly where: 'code-span' | 'fence';
  readonly at: Span;
}

export interface FenceFacts {
  /** Lower-case first word of the info string, '' if none or indented code. */
  readonly language: string;
  readonly at: Span;
  readonly section: number;
  /** Lines that are not blank and not comments. */
  readonly lines: number;
  /** First non-blank line, for telling commands from code; at most 200 characters. */
  readonly first: string;
}

/** One call of a build script or of a script, in a code span or on a line of a fenced block. */
export interface CommandFacts {
  /** From the name of the tool to the end of the call; at most 200 characters. */
  readonly line: string;
  readonly where: 'code-span' | 'fence';
  readonly at: Span;
  /** Index into `sections`. */
  readonly section: number;
  /** Folders, as written, to which commands before it on the page change: `cd web`. Absent: none. */
  readonly folders?: readonly string[];
  /** Name of the repository that commands before it on the page last clone: `cart` of `…/acme/cart.git`. */
  readonly cloned?: string;
  /** Commands before it in the block log in to another machine or a container, or download and unpack. */
  readonly elsewhere?: true;
}
