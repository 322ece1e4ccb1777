import type { Span } from '../place.ts';

/** Layers of tests, by what they do and not by where they lie. */
export const TEST_LAYERS = ['unit', 'integration', 'e2e', 'load', 'contract'] as const;
export type TestLayer = (typeof TEST_LAYERS)[number];

/**
 * One file of tests, or what configures their runner. Of each folder only some files are read, so what is not listed may
 * well exist: count files by the tree.
 */
export interface TestSuiteFacts {
  /** `jest`, `pytest`, `go test`, `playwright`; absent: not recognised. */
  readonly runner?: string;
  readonly language?: string;
  /** It checks something: the first assertion or expectation. */
  readonly checks?: Span;
  /** It only configures the runner. */
  readonly configures?: true;
  /** What it works against instead of a copy: `testcontainers`, `wiremock`, `vcr`, `browser`, `device`. */
  readonly means: readonly string[];
  /** Of load tests: the bounds that make a run fail. */
  readonly thresholds?: Span;
}
