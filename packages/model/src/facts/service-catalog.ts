/** Filled by the kind `service-catalog`. */
export interface ServiceCatalogFacts {
  readonly form: string;
}
