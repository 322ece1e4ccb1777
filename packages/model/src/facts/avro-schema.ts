/** Filled by the kind `avro-schema`. */
export interface AvroSchemaFacts {
  readonly form: string;
}
