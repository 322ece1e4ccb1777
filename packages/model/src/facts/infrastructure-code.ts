import type { Span } from '../place.ts';
import type { WrittenAt } from './ci-pipeline.ts';
import type { StoreFacts } from './deployment.ts';

/** Infrastructure as code: machines and services that a cloud is asked for. */
export interface InfrastructureCodeFacts {
  readonly tool:
    | 'terraform'
    | 'pulumi'
    | 'cdk'
    | 'cloudformation'
    | 'bicep'
    | 'ansible'
    | 'crossplane'
    | 'packer'
    | 'other';
  /** Terraform: type and name of each `resource`. */
  readonly resources: readonly { readonly type: string; readonly name: string; readonly at: Span }[];
  /** Modules taken in, by source. */
  readonly modules: readonly WrittenAt[];
  readonly stores: readonly StoreFacts[];
  /**
   * What takes a release back by itself when alarms go off during it or it does not come up: `DeploymentPreference` of SAM,
   * CodeDeploy's `auto_rollback_configuration`, the circuit breaker of ECS in Terraform. Absent: none, or not read.
   */
  readonly takesBack?: Span;
  readonly environment?: string;
}
