import type { Span } from '../place.ts';

/** How a running program is asked whether it is well: in its manifest, its image or its own code. */
export interface HealthCheckFacts {
  readonly checks: readonly {
    readonly at: Span;
    readonly how: 'route' | 'probe' | 'command' | 'grpc' | 'framework';
    readonly role: 'liveness' | 'readiness' | 'startup' | 'health';
    readonly path?: string;
  }[];
}
