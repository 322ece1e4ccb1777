import type { BuildTargetFacts, Span, TargetCommandFacts } from '@shipworthy/model';

/** A target while its file is read. */
export interface GrowingTarget {
  readonly name: string;
  readonly at: Span;
  readonly commands: TargetCommandFacts[];
  readonly needs: string[];
}

/** Commands of one target that are kept; the longest recipe seen has 120. */
const MAX_COMMANDS = 200;
/** Longest text of a command that is kept: longer ones hold data. */
const MAX_TEXT = 4_000;

/** The facts of a target: without lists that are empty, and within bounds. */
export function bounded({ name, at, commands, needs }: GrowingTarget): BuildTargetFacts {
  const kept = commands.slice(0, MAX_COMMANDS).map((one) => ({ ...one, text: one.text.slice(0, MAX_TEXT) }));
  const needed = [...new Set(needs)];
  return {
    name,
    at,
    ...(kept.length > 0 ? { commands: kept } : {}),
    ...(needed.length > 0 ? { needs: needed } : {}),
  };
}
