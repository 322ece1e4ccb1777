import type { FieldSpans } from '../place.ts';

/** Objectives as data, or the page that states them. */
export interface SloFacts {
  readonly form: 'sloth' | 'openslo' | 'pyrra' | 'nobl9' | 'terraform' | 'jsonnet' | 'page';
  readonly objectives: readonly ObjectiveFacts[];
}

/** One objective. Of a page: one stated figure. */
export interface ObjectiveFacts {
  readonly name: string;
  readonly service?: string;
  /** Percent: 99.9. Absent when it is not stated or a template fills it in. */
  readonly target?: number;
  /** As written: `30d`, `4w`, `calendar month`. Sloth's default of 30 days counts as stated. */
  readonly window?: string;
  /** How good is told from bad: a query, a metric, a ratio. */
  readonly indicator: boolean;
  /** It limits how long something may take. */
  readonly latency: boolean;
  /**
   * What alerts on it, by the objective's own word: `generated` by the tool that reads it, `off` on purpose, `named`
   * (policies that `policies` lists), `none` stated.
   */
  readonly alerting: 'generated' | 'off' | 'named' | 'none';
  /** Names of alert policies the objective refers to. */
  readonly policies: readonly string[];
  /** Fields that a template fills in. */
  readonly templated: readonly string[];
  /** '' the whole objective, `name`, `target`, `window`, `alerting`. */
  readonly spans: FieldSpans;
}
