import type { Span } from '../place.ts';

/** Who answers when something breaks, and how they are reached. */
export interface OnCallFacts {
  /** `catalog`: an annotation that links a service to its pager. */
  readonly form: 'page' | 'terraform' | 'catalog';
  /** What of it is there. */
  readonly tells: readonly { readonly topic: OnCallTopic; readonly at: Span }[];
}

/** `rotation`: who is on call. `escalation`: whom they call. `process`: roles, severities and channels of an incident. */
export type OnCallTopic = 'rotation' | 'escalation' | 'process' | 'pager';
