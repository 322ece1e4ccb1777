import type { Span } from '../place.ts';

/** Layers of tests, by what they do and not by where they lie. */
export const TEST_LAYERS = ['unit', 'integration', 'e2e', 'load', 'contract'] as const;
export type TestLayer = (typeof TEST_LAYERS)[number];

/**
 * One file of tests. Of each folder only some files are read, so what is not listed may well exist: `Inventory.sampled`
 * counts what was not.
 */
export interface TestSuiteFacts {
  /** `jest`, `pytest`, `go test`, `playwright`; absent: not recognised. */
  readonly runner?: string;
  readonly language?: string;
  /** It checks something: the first assertion or expectation. */
  readonly checks?: Span;
  /**
   * What it works with: `browser`, `device`, `cluster`, `testcontainers`, `application`, `database`, `pact`..., or what
   * stands in for others (`wiremock`, `vcr`, `http-stub`). `openapi-document`: it reads a description of an interface.
   */
  readonly means: readonly string[];
  /** Of load tests: the bounds that make a run fail. */
  readonly thresholds?: Span;
}
