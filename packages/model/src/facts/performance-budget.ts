/** Filled by the kind `performance-budget`. */
export interface PerformanceBudgetFacts {
  readonly form: string;
}
