import type { Place } from '../place.ts';
import type { Link } from './link.ts';

/** A link of a page together with where it is written. */
export interface PageLink {
  readonly link: Link;
  /** As written. */
  readonly target: string;
  readonly at: Place;
  /** How the page names it: a Markdown or HTML link, a path in backticks, a path in a command. */
  readonly form: 'link' | 'code-span' | 'fence';
  /** The link leads to the very line or page it stands on. */
  readonly selfReferential?: true;
}

/** A call of a build script on a page, and whether what it calls exists. */
export interface PageCommand {
  /** As written: `make drain-queue`. */
  readonly command: string;
  readonly at: Place;
  readonly form: 'code-span' | 'fence';
  /** Index into the page's sections. */
  readonly section: number;
  readonly found:
    | { readonly state: 'resolved'; readonly to: Place }
    /** No build script of the repository has it, and the one that answers here lists all it has. */
    | { readonly state: 'dangling'; readonly wanted: string; readonly script: Place; readonly nearest?: string }
    | { readonly state: 'unknown'; readonly why: string };
}

/** A part of the product whose change is risky, by the folders and files that hold it. */
export interface RiskyArea {
  readonly area: 'data' | 'access' | 'charging';
  /** Files that show it. */
  readonly files: number;
  /** The folder that holds them, or one of them. */
  readonly sample: string;
}
