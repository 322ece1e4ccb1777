import type { Span } from './place.ts';

/** One document of a contract, as it is on one side of a change. */
export interface ContractText {
  readonly path: string;
  readonly text: string;
  /** The text of another file of the same side, for what the contract is split over; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /**
   * All other files of the same side that the change touches, where that is known: what is gone from this one may stand in
   * one of them. `read` gives their text.
   */
  readonly touched?: readonly string[];
}

/**
 * What one side of a contract has that the other lacks, as those see it who were built against the older one.
 * `breaking`: some of them fail. `risky`: some may fail, depending on how they were written.
 */
export interface ContractChange {
  /** What kind of change: of OpenAPI the id of oasdiff's check, of Protobuf buf's rule, of GraphQL graphql-js' change type. */
  readonly check: string;
  readonly level: 'breaking' | 'risky';
  /** One clause without a full stop: `the response property total of GET /orders (200) is gone`. */
  readonly what: string;
  /** What it concerns, without lines: `GET /orders`, `Query.orders`, `message Order`. */
  readonly about: string;
  /** Where the newer side shows it: the thing itself, or what held the thing that is gone. */
  readonly at?: Span;
  /** File of `at`, where it is not the document itself. */
  readonly path?: string;
  /** The newest release before the change, where that lacks what the change takes away. */
  readonly unreleased?: string;
}

/** `unknown` where one side cannot be read as what it is, or leads to what cannot be seen. */
export type ContractComparison =
  | { readonly state: 'compared'; readonly changes: readonly ContractChange[] }
  | { readonly state: 'unknown'; readonly why: string };
