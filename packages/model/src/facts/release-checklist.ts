/** Filled by the kind `release-checklist`. */
export interface ReleaseChecklistFacts {
  readonly form: string;
}
