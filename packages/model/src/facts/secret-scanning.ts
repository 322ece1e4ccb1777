import type { Span } from '../place.ts';

/** Configuration of a tool that looks for secrets in what is committed. */
export interface SecretScanningFacts {
  readonly tool: string;
  readonly at?: Span;
}
