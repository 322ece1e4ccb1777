import type { Span } from '../place.ts';

/** Work of a coding assistant that the article leaves to people, or under their review. */
export const ASSISTANT_LIMITS = ['security', 'dependencies', 'migrations', 'ownership'] as const;
export type AssistantLimit = (typeof ASSISTANT_LIMITS)[number];

/** Standing instructions to coding assistants. */
export interface AssistantInstructionsFacts {
  /** Limits the text sets, where it first does. */
  readonly limits: Readonly<Partial<Record<AssistantLimit, Span>>>;
  /** Commands the text names for testing and for linting or formatting, where it first does. */
  readonly commands: { readonly test?: Span; readonly lint?: Span };
  /** The path of the file whose text this one takes over (`@AGENTS.md`), as written. */
  readonly takesOver?: string;
  /** A text that this one tells to read besides, as written: `CONTRIBUTING.md`. What is missing here may stand there. */
  readonly leadsTo?: string;
  /** Holds for some files only: a rule with a glob, instructions in a subfolder. */
  readonly partial: boolean;
}
