import type { Archetype, Criticality, Preset } from '@shipworthy/model';
import type { HouseLimits } from '@shipworthy/policy';

type Several = string | readonly string[];

/** Which repositories; all that is given has to be so. */
export interface Match {
  readonly name?: Several;
  readonly topic?: Several;
  readonly language?: Several;
  /** As the repository's own configuration says. */
  readonly archetype?: readonly Archetype[];
  readonly criticality?: readonly Criticality[];
}

/** What is asked of a repository. */
export interface Demand {
  readonly preset?: Preset;
  readonly criticality?: Criticality;
}

/** An organisation's policy as it is written, after the schema accepted it. */
export interface OrgPolicy {
  readonly default?: Demand;
  readonly repositories?: readonly (Demand & { readonly match: Match })[];
  readonly overrides?: HouseLimits['free'];
  readonly exemptions?: { readonly days?: number; readonly most?: number; readonly never?: Several };
  readonly teams?: readonly { readonly match: Match; readonly team: string }[];
  readonly exclude?: readonly { readonly match: Match; readonly reason: string }[];
}
