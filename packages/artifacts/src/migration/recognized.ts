import type { MigrationFacts, MigrationTool, Span } from '@shipworthy/model';

/** What the name, the folder and the first look at the text of a file show, before it is read. */
export interface Recognized {
  readonly tool: MigrationTool;
  readonly series: string;
  readonly version?: string | undefined;
  readonly variant?: string | undefined;
  readonly holds: MigrationFacts['holds'];
  readonly partner?: string;
  /** Of SQL: the parts of the text for each direction. */
  readonly parts?: { readonly up: readonly Span[]; readonly down: readonly Span[] };
  readonly back: MigrationFacts['back'];
  readonly transaction?: boolean;
  /** For `inventory --why`. */
  readonly why: readonly string[];
  /** 0.85 with path and content, 0.7 with content alone. */
  readonly confidence: number;
}

export const PATH_AND_CONTENT = 0.85;
export const CONTENT = 0.7;
