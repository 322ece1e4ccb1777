import type { FieldSpans, Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';
import type { OperationFacts, OuterReference, SecuritySchemeFacts } from './contract.ts';

/** One AsyncAPI document, 2.x or 3.x. */
export interface AsyncApiFacts {
  readonly specVersion: string;
  readonly title?: string;
  readonly version?: string;
  readonly servers: readonly { readonly name: string; readonly secured: boolean; readonly at: Span }[];
  readonly channels: readonly { readonly name: string; readonly at: Span }[];
  readonly operations: readonly OperationFacts[];
  readonly messages: readonly { readonly name: string; readonly at: Span }[];
  readonly schemes: readonly SecuritySchemeFacts[];
  readonly references: readonly OuterReference[];
  readonly faults: readonly FactFault[];
  /** '' the root, `info`, `info.title`, `info.version`, `servers`. */
  readonly spans: FieldSpans;
}
