/** Filled by the kind `openapi`. */
export interface OpenApiFacts {
  readonly form: string;
}
