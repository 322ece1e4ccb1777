import type { Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

/** Type definitions of one GraphQL file. */
export interface GraphqlSchemaFacts {
  readonly types: readonly GraphqlTypeFacts[];
  /** Fields of Query, Mutation and Subscription (or what `schema {}` names so), extensions included. */
  readonly operations: readonly GraphqlOperationFacts[];
  /** Names that are used and neither defined here nor built in. Another file, or code, may define them. */
  readonly undefinedTypes: readonly { readonly name: string; readonly at: Span }[];
  /** Fields and values marked `@deprecated`. */
  readonly deprecations: readonly { readonly name: string; readonly reason?: string; readonly at: Span }[];
  readonly faults: readonly FactFault[];
}

export interface GraphqlTypeFacts {
  readonly name: string;
  readonly form: 'object' | 'interface' | 'enum' | 'input' | 'union' | 'scalar' | 'directive';
  /** Adds to a type that is defined elsewhere. */
  readonly extends?: true;
  readonly at: Span;
}

export interface GraphqlOperationFacts {
  readonly root: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly at: Span;
}
