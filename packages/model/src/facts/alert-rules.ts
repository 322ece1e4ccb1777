import type { FieldSpans, Span } from '../place.ts';

export interface AlertRulesFacts {
  readonly dialect: 'prometheus' | 'prometheus-rule' | 'grafana' | 'jsonnet';
  /** `# pint file/owner X`, or labels.team / metadata of the object that holds the rules. */
  readonly owner?: string;
  readonly alerts: readonly AlertFacts[];
  /** Recording rules beside the alerts: whether what each records is there only when a condition holds (`x > 0`). */
  readonly records?: Readonly<Record<string, boolean>>;
  /** Faults of the rule file's shape: what the rule loader would refuse. */
  readonly faults: readonly FactFault[];
}

export interface FactFault {
  /** What is wrong, in one clause without a full stop. */
  readonly what: string;
  readonly at: Span;
  /** Only `refused` faults make the tool that loads the file reject it. */
  readonly effect: 'refused' | 'doubtful';
  /** A habit of an older format that programs read over: worth a word, no more. Only beside `doubtful`. */
  readonly minor?: true;
}

/** One alert. Labels and annotations are static text; values with `{{ }}` of the alert's own template stay as written. */
export interface AlertFacts {
  readonly name: string;
  readonly group: string;
  /** Counts alerts of the same group, name and labels, from 0: part of the identity. */
  readonly occurrence: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly expression?: ExpressionFacts;
  /** Prometheus durations as written: `5m`. */
  readonly for?: string;
  readonly keepFiringFor?: string;
  /** `uid` of the dashboard that Grafana shows with the alert, when a field of its own names it. */
  readonly dashboardUid?: string;
  /** Fields whose value holds a masked template expression of the file (Helm), so they are not known. */
  readonly templated: readonly string[];
  /** Words in annotations that stand for text nobody wrote, as written: `TODO`, `xxx`, `<insert team>`. */
  readonly blanks?: readonly { readonly field: string; readonly what: string; readonly at: Span }[];
  /** '' the whole rule, `name`, `expr`, `for`, `dashboardUid`, `labels.x`, `annotations.x`. */
  readonly spans: FieldSpans;
}

export interface ExpressionFacts {
  readonly language: 'promql' | 'logql' | 'other';
  /** Set when it does not parse; the span is absolute in the file where that is possible. */
  readonly fault?: { readonly what: string; readonly at: Span };
  /** A comparison, `absent()`, `changes()`-like, set operator or selected state (`x{phase="failed"}`) decides when it fires. */
  readonly hasCondition: boolean;
  /** Uses absent() or absent_over_time(). */
  readonly absence: boolean;
  /** Range selectors and subqueries, in seconds, as they occur. */
  readonly ranges: readonly number[];
  /** Numbers that stand in a comparison, as they occur. */
  readonly thresholds: readonly number[];
  /** Metric names selected. */
  readonly metrics: readonly string[];
  /** Functions called and aggregations used, lower case. */
  readonly functions: readonly string[];
}
