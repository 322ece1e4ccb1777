/** Filled by the kind `build-script`. */
export interface BuildScriptFacts {
  readonly form: string;
}
