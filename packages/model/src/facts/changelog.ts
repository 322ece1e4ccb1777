/** Filled by the kind `changelog`. */
export interface ChangelogFacts {
  readonly form: string;
}
