import type { FieldSpans, Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

/** One entity of a software catalog in Backstage's descriptor format. One artifact per document. */
export interface ServiceCatalogFacts {
  /** As written: `Component`, `API`, `System`... */
  readonly entity: string;
  readonly name?: string;
  /** `default` where none is written. */
  readonly namespace: string;
  readonly specType?: string;
  readonly lifecycle?: string;
  readonly owner?: string;
  /** Other entities it names. */
  readonly references: readonly EntityReference[];
  /** Of an API: where its definition stands. */
  readonly definition?: CatalogFileReference & { readonly inline: boolean };
  /** Folder of the documentation, by the annotation `backstage.io/techdocs-ref`: what follows `dir:`. */
  readonly techdocs?: CatalogFileReference;
  /** Of a Location: the files it takes in, as written. */
  readonly targets: readonly CatalogFileReference[];
  readonly links: readonly { readonly url: string; readonly at: Span }[];
  /** Values that a scaffolder fills in: their fields are unknown. */
  readonly templated: readonly string[];
  readonly faults: readonly FactFault[];
  /** '' the entity, `metadata.name`, `spec.owner`, `spec.lifecycle`... */
  readonly spans: FieldSpans;
}

/** A reference by kind, namespace and name: `component:default/payments`, or short. */
export interface EntityReference {
  readonly field: 'providesApis' | 'consumesApis' | 'dependsOn' | 'system' | 'domain' | 'subcomponentOf';
  /** As written. */
  readonly target: string;
  readonly at: Span;
}

export interface CatalogFileReference {
  /** As written; '' when the value stands in the entity itself. */
  readonly target: string;
  readonly at: Span;
}
