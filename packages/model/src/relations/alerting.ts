import type { Place } from '../place.ts';

/** Where an alert goes, by evaluation of every route tree of the repository over its static labels. */
export type Delivery =
  | {
      readonly state: 'delivered';
      readonly receivers: readonly { readonly name: string; readonly at: Place; readonly types: readonly string[] }[];
    }
  /** Reaches a receiver that has no integration, or only placeholder addresses, or a name nobody defines. */
  | {
      readonly state: 'undelivered';
      readonly receiver: string;
      readonly at: Place;
      readonly because: 'no-integration' | 'undefined-receiver' | 'placeholder-address';
      readonly address?: string;
      /** Files the routes may be overlaid in (an example, a base of Kustomize), so the gap is a doubt. */
      readonly doubtful?: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown'; readonly why: string };

/** Which routes and alerts lead to a receiver, and whether that tells anybody. */
export interface ReceiverReach {
  readonly reaches: 'someone' | 'nobody';
  /** Why it reaches nobody. */
  readonly because?: 'no-integration' | 'placeholder-address';
  /** The placeholder address, as written. */
  readonly address?: string;
  /** Routes that hand alerts to it (by name or inherited), in order. Empty: nothing is routed to it. */
  readonly routes: readonly ReceiverRoute[];
  /** The root of a route tree names it: it takes whatever no other route takes. */
  readonly default: boolean;
  /** Alerts of this repository that certainly end here. */
  readonly alerts: number;
  /** The first of them. */
  readonly sample?: string;
  /** The paging severity (of the vocabulary) that such an alert, or a matcher of a route, has. */
  readonly pagingSeverity?: string;
  /** Silent on purpose: by its name, or because only alerts that fire on purpose are routed to it. */
  readonly deliberate: boolean;
  /** Where the integrations may be filled in later (an example, a base of Kustomize), so the gap is a doubt. */
  readonly doubtful?: string;
  /** Set when the file is a template, so that integrations may be there that cannot be seen. */
  readonly unknown?: string;
}

export interface ReceiverRoute {
  /** The `receiver:` or, when inherited, the route. */
  readonly at: Place;
  /** Matchers from the root to the route, as a person writes them: `severity="critical"`; '' for the root. */
  readonly matchers: string;
}
