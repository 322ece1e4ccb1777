import type { Place } from '../place.ts';

/** One place that says which version of a tool is used. */
export interface ToolUse {
  readonly tool: string;
  /** As written. */
  readonly version: string;
  readonly at: Place;
  /** What says so, the most binding first. */
  readonly by: 'version-file' | 'manifest' | 'container' | 'image' | 'pipeline' | 'page';
  /** Folder it speaks for; '' is the root. */
  readonly folder: string;
  /** Allows others as well: `>=18`. A plain version is then the lowest. */
  readonly range?: true;
  /** Of a page: only what a reader must have, at least. */
  readonly needed?: true;
}

/** Every place of a repository that names a version of a tool. */
export interface Toolchains {
  readonly uses: readonly ToolUse[];
  /** Tools whose version pipelines take from somewhere that cannot be seen (a matrix, a variable, another file). */
  readonly open: readonly string[];
}
