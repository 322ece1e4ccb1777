/** Filled by the kind `assistant-instructions`. */
export interface AssistantInstructionsFacts {
  readonly form: string;
}
