/** Filled by the kind `json-schema`. */
export interface JsonSchemaFacts {
  readonly form: string;
}
