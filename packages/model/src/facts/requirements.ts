/** Filled by the kind `requirements`. */
export interface RequirementsFacts {
  readonly form: string;
}
