import type { Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

/** One Avro schema or protocol. */
export interface AvroSchemaFacts {
  /** With its namespace: `org.acme.OrderPlaced`. */
  readonly name: string;
  readonly form: 'record' | 'enum' | 'fixed' | 'protocol' | 'list';
  readonly fields: readonly AvroFieldFacts[];
  /** Names that are used and not defined here; another file may define them. */
  readonly undefinedTypes: readonly { readonly name: string; readonly at: Span }[];
  readonly faults: readonly FactFault[];
}

export interface AvroFieldFacts {
  /** With the record that holds it, when it is not the outermost: `Address.street`. */
  readonly name: string;
  readonly hasDefault: boolean;
  readonly at: Span;
}
