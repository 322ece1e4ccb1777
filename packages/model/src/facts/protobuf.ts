import type { Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

/** One `.proto` file. */
export interface ProtobufFacts {
  /** `proto2`, `proto3`, or the year of an edition. */
  readonly syntax: string;
  readonly package?: { readonly name: string; readonly at: Span };
  readonly imports: readonly { readonly path: string; readonly at: Span }[];
  readonly services: readonly ProtobufServiceFacts[];
  /** Nested ones too, by dotted name. */
  readonly messages: readonly ProtobufMessageFacts[];
  readonly enums: readonly { readonly name: string; readonly at: Span }[];
  /** The project whose published file this is a copy of, told from its package: `gRPC`. */
  readonly copyOf?: string;
  readonly faults: readonly FactFault[];
}

export interface ProtobufServiceFacts {
  readonly name: string;
  readonly at: Span;
  readonly methods: readonly ProtobufMethodFacts[];
}

export interface ProtobufMethodFacts {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly at: Span;
}

export interface ProtobufMessageFacts {
  readonly name: string;
  readonly at: Span;
  readonly fields: readonly { readonly name: string; readonly number: number; readonly type: string }[];
}
