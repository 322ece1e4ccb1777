import type { Place } from '../place.ts';

/** The program that a repository holds, as its tree tells, and what looks like tests of it. */
export interface TestedProgram {
  /** Languages of the sources outside of tests, examples, copies and tooling; most files first. */
  readonly languages: readonly SourceLanguage[];
  /** Files that look like tests by their paths, read or not. */
  readonly named: number;
  /** One of them. */
  readonly sample?: Place;
}

export interface SourceLanguage {
  /** `TypeScript`, `Java`; languages that test each other, like Java and Kotlin, count as one. */
  readonly name: string;
  /** What `TestSuiteFacts.language` calls the languages whose tests can be of these sources. */
  readonly testedIn: readonly string[];
  readonly files: number;
  /** Folder that holds more than half of them, at most two deep; '' for the root. */
  readonly folder: string;
  readonly sample: Place;
  /** Files of the language that look like tests by their paths. */
  readonly named: number;
  /** Its tests can stand in the sources themselves, of which only some are read. */
  readonly inline?: true;
}
