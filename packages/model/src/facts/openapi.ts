import type { FieldSpans } from '../place.ts';
import type { FactFault } from './alert-rules.ts';
import type { OperationFacts, OuterReference, SecuritySchemeFacts, SplitPathFacts } from './contract.ts';

/** One OpenAPI or Swagger document. Path items in other files are named in `splitPaths`; the relation joins them. */
export interface OpenApiFacts {
  readonly form: 'openapi' | 'swagger';
  /** `2.0`, `3.0.3`, `3.1.0`: as written. */
  readonly specVersion: string;
  readonly title?: string;
  /** `info.version` as written; undefined without one. */
  readonly version?: string;
  /** Addresses callers use: `servers[].url`, or host and base path. */
  readonly servers: readonly string[];
  readonly operations: readonly OperationFacts[];
  readonly splitPaths: readonly SplitPathFacts[];
  readonly schemes: readonly SecuritySchemeFacts[];
  /** `security` at the top: for operations that say nothing themselves. */
  readonly security: OperationFacts['security'];
  /** `$ref`s that lead out of the file, each target once. */
  readonly references: readonly OuterReference[];
  /** What breaks clients or tools: references that lead nowhere, structure against the specification. */
  readonly faults: readonly FactFault[];
  /** Sections that all of its dangling references lead to, and that it does not have at all: `components`. Absent: none. */
  readonly lacks?: readonly string[];
  /** How a program wrote the file, where it shows: `protoc-gen-openapiv2`. */
  readonly generator?: string;
  /** Set where each operation says where API Gateway leads it: the description configures that, and may be given to no caller. */
  readonly gateway?: true;
  /** Who `info.description` says calls it, with the words that follow: `Shop in production` of "consumed by Shop in production". */
  readonly consumer?: string;
  /** Where it was copied from, as collections of descriptions note it: `info.x-origin`, `info.x-providerName`. */
  readonly origin?: string;
  /** '' the root, `info`, `info.title`, `info.version`, `paths`, `security`, `schemes`. */
  readonly spans: FieldSpans;
}

/** A file that holds parts of an OpenAPI description: path items, maps of them, or sections that others refer to. Internal. */
export interface OpenApiPartFacts {
  /** Sections of a description that stand at its top: `components`, `definitions`. Absent: none. */
  readonly sections?: readonly string[];
  readonly operations: readonly (OperationFacts & { readonly pointer: string })[];
}
