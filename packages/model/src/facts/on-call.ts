/** Filled by the kind `on-call`. */
export interface OnCallFacts {
  readonly form: string;
}
