import type { FieldSpans, Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

export interface AlertRoutingFacts {
  readonly dialect: 'alertmanager' | 'alertmanager-config' | 'secret' | 'grafana';
  /** Kubernetes namespace of an AlertmanagerConfig. */
  readonly namespace?: string;
  /** The root of the route tree; absent in a file that holds receivers only (Grafana contact points). */
  readonly route?: RouteFacts;
  readonly receivers: readonly ReceiverFacts[];
  readonly faults: readonly FactFault[];
  /** The file leaves parts to a template engine or to environment variables, so what is missing may be filled in later. */
  readonly templated: boolean;
}

export interface RouteFacts {
  readonly receiver?: string;
  readonly matchers: readonly MatcherFacts[];
  readonly continue: boolean;
  readonly routes: readonly RouteFacts[];
  readonly at: Span;
}

export interface MatcherFacts {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  readonly at: Span;
}

export interface ReceiverFacts {
  readonly name: string;
  readonly integrations: readonly IntegrationFacts[];
  readonly spans: FieldSpans;
}

export interface IntegrationFacts {
  /** `pagerduty`, `slack`, `email`, `webhook`... without `_configs`. */
  readonly type: string;
  /** Address, channel or URL as written if it is not a secret; never a key or token. */
  readonly target?: string;
  readonly at: Span;
}
