/** Filled by the kind `protobuf`. */
export interface ProtobufFacts {
  readonly form: string;
}
