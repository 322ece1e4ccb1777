import type { Span } from '../place.ts';

/** One dashboard. Of what it draws only what can be wrong with it is kept. */
export interface DashboardFacts {
  /**
   * `imported`: an object that names a dashboard kept elsewhere. `jsonnet`, `terraform` and `code` are seen by a line
   * scan: their panels are not counted.
   */
  readonly dialect:
    | 'grafana'
    | 'grafana-v2'
    | 'perses'
    | 'datadog'
    | 'cloudwatch'
    | 'google'
    | 'new-relic'
    | 'jsonnet'
    | 'terraform'
    | 'code'
    | 'imported';
  /** What brings it to the tool: a file of its own, an object of Kubernetes, or a program that makes it. */
  readonly carrier: 'file' | 'config-map' | 'object' | 'values' | 'program';
  /** By which links find it. */
  readonly uid?: string;
  /**
   * Data sources that are asked for when somebody imports the dashboard by hand (`__inputs`), that panels use and that
   * neither a variable nor the carrier fills. Each once.
   */
  readonly openInputs: readonly { readonly name: string; readonly at: Span }[];
  /** Panels that draw data; rows, texts and lists are none. */
  readonly panels: number;
  /** Panels that draw data and ask for none. */
  readonly silent: readonly { readonly panel: string; readonly at: Span }[];
  readonly queries: number;
  /** Queries in PromQL that do not parse, whatever its variables stand for. */
  readonly faults: readonly { readonly panel: string; readonly what: string; readonly at: Span }[];
  /** Variables that a query uses and nothing defines, each once. */
  readonly undefinedVariables: readonly { readonly name: string; readonly panel: string; readonly at: Span }[];
}
