/** The file in the root of a repository that says which findings were there when shipworthy was adopted. */
export const BASELINE_NAME = '.shipworthy-baseline.json';

/** One finding that is accepted. Neither its lines nor its words are kept: both change without it. */
export interface BaselineEntry {
  readonly rule: string;
  readonly fingerprint: string;
  /** Where it was seen; for people, and to tell whether its rule could see it again. */
  readonly path: string;
  /** Gaps it stands for; one more is not accepted. */
  readonly count: number;
  /** Name of the component that holds it; '.' in a repository of one. */
  readonly component: string;
}

export type Baseline = readonly BaselineEntry[];
