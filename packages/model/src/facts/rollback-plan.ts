/** Filled by the kind `rollback-plan`. */
export interface RollbackPlanFacts {
  readonly form: string;
}
