/** Filled by the kind `asyncapi`. */
export interface AsyncApiFacts {
  readonly form: string;
}
