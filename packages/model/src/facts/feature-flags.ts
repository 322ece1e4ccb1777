import type { Span } from '../place.ts';

/** The file that declares the switches of a program. */
export interface FeatureFlagsFacts {
  readonly format:
    | 'flagd'
    | 'openfeature'
    | 'unleash'
    | 'flipper'
    | 'growthbook'
    | 'launchdarkly'
    | 'flipt'
    | 'code'
    | 'other';
  readonly flags: readonly FlagFacts[];
}

export interface FlagFacts {
  readonly key: string;
  readonly at: Span;
  readonly owner?: string;
  /** As written. */
  readonly expires?: string;
  /** Meant to stay: an entitlement, a switch for operation. */
  readonly permanent: boolean;
}
