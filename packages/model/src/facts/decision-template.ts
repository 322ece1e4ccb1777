/** A page to be copied for each new record of a decision log. */
export interface DecisionTemplateFacts {
  /** Of what: see `DecisionRecordFacts`. */
  readonly form: 'record' | 'proposal';
  /** Headings below the title, as written. */
  readonly headings: readonly string[];
}
