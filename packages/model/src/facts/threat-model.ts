/** Filled by the kind `threat-model`. */
export interface ThreatModelFacts {
  readonly form: string;
}
