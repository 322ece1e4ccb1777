/** Filled by the kind `decision-record`. */
export interface DecisionRecordFacts {
  readonly form: string;
}
