import type { TargetCommandFacts } from './build-script.ts';

/** What a script of the shell runs. Not a public kind: `inventory` does not print it. */
export interface ShellScriptFacts {
  /** Its text in parts that can be split into commands each; comments left out. */
  readonly commands: readonly TargetCommandFacts[];
}
