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
export const BUILD_TOOLS = [
  'make',
  'npm',
  'just',
  'task',
  'composer',
  'deno',
  'nx',
  'tox',
  'nox',
  'rake',
  /** Tables of scripts in `pyproject.toml`: PDM, Hatch, Poe, taskipy, Rye, Pixi. */
  'python',
  /** `tasks.py`, for Invoke. */
  'invoke',
  'mage',
] as const;
export type BuildTool = (typeof BUILD_TOOLS)[number];

export interface BuildTargetFacts {
  /** As it is called. `%` stands for any text, as in a pattern rule of make. */
  readonly name: string;
  readonly at: Span;
  /** What it runs, in order. Absent: nothing of its own, or it is written in a program. */
  readonly commands?: readonly TargetCommandFacts[];
  /** Targets of the same file that run before it. Absent: none. */
  readonly needs?: readonly string[];
}

/** One shell command of a target, or several that are joined by the shell. */
export interface TargetCommandFacts {
  /** Continuations joined and the variables put in that the file sets to plain words. */
  readonly text: string;
  readonly at: Span;
}
