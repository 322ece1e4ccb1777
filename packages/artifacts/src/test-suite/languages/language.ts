import type { TestLayer } from '@shipworthy/model';

/** What a test works with, by the libraries and calls that only such tests name. */
export interface LayerSign {
  /** For the facts: `browser`, `testcontainers`. */
  readonly means: string;
  /** The layer it speaks for; undefined: it says what is stood in for or kept, and nothing of the layer. */
  readonly layer?: TestLayer;
  readonly sign: RegExp;
  /** Only where the path fits too. */
  readonly path?: RegExp;
}

/** How tests are written in one language: where its runners look, what a case looks like and what checks something. */
export interface TestLanguage {
  readonly name: string;
  /** Lower case, without dot. */
  readonly extensions: readonly string[];
  /** Base names, as written, that runners or custom take for tests. */
  readonly named: RegExp;
  /** Any file of the language in a folder of tests may be one: its runners go by folder. */
  readonly byFolder?: true;
  /** Tests stand in the sources themselves. */
  readonly inline?: true;
  /** A case: a function, block or class that a runner calls. */
  readonly cases: RegExp;
  /** An assertion or expectation. */
  readonly checks: RegExp;
  /** Runners by what only their tests say; the first that fits. */
  readonly runners: readonly (readonly [name: string, sign: RegExp])[];
  /** Strongest first: of those that fit, the first with a layer decides. */
  readonly signs: readonly LayerSign[];
}
