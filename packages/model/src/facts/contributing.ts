/** Filled by the kind `contributing`. */
export interface ContributingFacts {
  readonly form: string;
}
