import type { Span } from '../place.ts';

/** Notes of the versions of a product or package. */
export interface ChangelogFacts {
  /** Folder it speaks for: its own, or the one above `docs` and folders of changelogs; '' is the root. */
  readonly folder: string;
  /** Versions in order of the file; at most 2000. */
  readonly entries: readonly ChangelogEntryFacts[];
  /** A part for what is not released yet. */
  readonly unreleased?: { readonly at: Span; readonly empty: boolean };
  /** Says that the notes are kept elsewhere, and where. */
  readonly pointer?: { readonly target: string; readonly at: Span };
}

export interface ChangelogEntryFacts {
  /** `1.2.0`, `2.0.0-rc.1`, `2024.05`, without `v`; a day (`2024-05-01`) where versions are days. */
  readonly version: string;
  /** The package, where the entry names one: `@acme/cart@1.2.0`. */
  readonly package?: string;
  /** The day as written in the heading: `2024-05-01`. */
  readonly date?: string;
  /** The heading. */
  readonly at: Span;
}
