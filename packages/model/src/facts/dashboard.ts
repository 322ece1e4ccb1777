/** Filled by the kind `dashboard`. */
export interface DashboardFacts {
  readonly form: string;
}
