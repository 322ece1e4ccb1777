import type { Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';
import type { OuterReference } from './contract.ts';

/** One JSON Schema. */
export interface JsonSchemaFacts {
  /** `$schema`, as written. */
  readonly dialect: string;
  readonly schemaId?: string;
  readonly title?: string;
  /** Names of the properties at the top. */
  readonly properties: readonly { readonly name: string; readonly at: Span }[];
  readonly required: readonly string[];
  /** Who publishes it, when its identifier names a place for schemas that everybody uses: `OASIS`. */
  readonly copyOf?: string;
  readonly references: readonly OuterReference[];
  readonly faults: readonly FactFault[];
}
