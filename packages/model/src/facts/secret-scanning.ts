import type { Span } from '../place.ts';

/** Configuration of a tool that looks for secrets in what is committed. */
export interface SecretScanningFacts {
  readonly tool: string;
  readonly at?: Span;
  /** Files whose finds somebody told the tool to accept. */
  readonly accepts?: readonly AcceptedSecrets[];
}

export interface AcceptedSecrets {
  /** A path, an expression in Go's syntax that a part of the path fits, or a pattern as in `.gitignore`. */
  readonly form: 'path' | 'expression' | 'pattern';
  readonly text: string;
  readonly at: Span;
}
