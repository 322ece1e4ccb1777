/** Filled by the kind `graphql-schema`. */
export interface GraphqlSchemaFacts {
  readonly form: string;
}
