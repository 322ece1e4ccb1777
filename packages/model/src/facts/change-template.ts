/** Filled by the kind `change-template`. */
export interface ChangeTemplateFacts {
  readonly form: string;
}
