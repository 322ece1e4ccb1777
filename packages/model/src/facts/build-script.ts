import type { Span } from '../place.ts';

/** A file of named commands: what `make x`, `npm run x`, `just x` or `task x` looks `x` up in. */
export interface BuildScriptFacts {
  readonly tool: BuildTool;
  /** Folder from which its targets are called; '' is the root. */
  readonly folder: string;
  /** In order of the file, without duplicates. */
  readonly targets: readonly BuildTargetFacts[];
  /** Files whose targets belong to it, as written with its variables filled in; `*` within a segment stands for any text. */
  readonly includes: readonly { readonly path: string; readonly at: Span; readonly optional: boolean }[];
  /** Why more targets may exist than are listed: `makes targets with $(eval)`. One clause; absent: these are all. */
  readonly open?: string;
}
export type BuildTool = 'make' | 'npm' | 'just' | 'task';

export interface BuildTargetFacts {
  /** As it is called. `%` stands for any text, as in a pattern rule of make. */
  readonly name: string;
  readonly at: Span;
}
