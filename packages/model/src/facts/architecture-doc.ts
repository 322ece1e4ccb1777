/** Filled by the kind `architecture-doc`. */
export interface ArchitectureDocFacts {
  readonly form: string;
}
