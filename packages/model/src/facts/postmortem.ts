/** Filled by the kind `postmortem`. */
export interface PostmortemFacts {
  readonly form: string;
}
