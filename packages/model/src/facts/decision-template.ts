/** Filled by the kind `decision-template`. */
export interface DecisionTemplateFacts {
  readonly form: string;
}
