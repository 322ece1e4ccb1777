/** Filled by the kind `slo`. */
export interface SloFacts {
  readonly form: string;
}
