import type { Span } from '../place.ts';
import type { NamedAt, WrittenAt } from './ci-pipeline.ts';

export type DeploymentForm =
  | 'kubernetes'
  | 'helm'
  | 'kustomize'
  | 'compose'
  | 'nais'
  | 'argo-cd'
  | 'flux'
  | 'procfile'
  | 'fly'
  | 'render'
  | 'railway'
  | 'vercel'
  | 'netlify'
  | 'heroku'
  | 'cloudflare'
  | 'cloud-foundry'
  | 'app-engine'
  | 'cloud-run'
  | 'ecs'
  | 'serverless'
  | 'kamal'
  | 'skaffold'
  | 'nomad'
  | 'systemd';

/** What is run where: one document that a platform turns into running software. */
export interface DeploymentFacts {
  readonly form: DeploymentForm;
  /** Environment by its own folder, file or namespace: `production`, `staging`, `dev`. */
  readonly environment?: string;
  readonly workloads: readonly WorkloadFacts[];
  readonly stores: readonly StoreFacts[];
  readonly exposure: readonly ExposureFacts[];
  /** Names of secrets it needs; never values. */
  readonly secrets: readonly NamedAt[];
  /** Folders and files it is put together from (Kustomize, Argo CD, Flux, Helm), as written. */
  readonly sources: readonly WrittenAt[];
  /** New releases are let out in steps, or replaced one by one: `canary`, `blue-green`, `rolling`. */
  readonly rollout?: { readonly how: string; readonly at: Span };
}

export interface WorkloadFacts {
  readonly name: string;
  readonly at: Span;
  readonly type: 'service' | 'worker' | 'daemon' | 'job' | 'scheduled-job' | 'unknown';
  /** As the platform calls it: `Deployment`, `CronJob`, `web`. */
  readonly object: string;
  readonly containers: readonly ContainerFacts[];
  /** Cron expression of a scheduled job. */
  readonly schedule?: WrittenAt;
  /** What happens when a run is due while the last one still runs (`Forbid`). */
  readonly overlap?: WrittenAt;
  /** A scheduled job that nothing starts until somebody says so (`suspend: true`). */
  readonly suspended?: true;
  readonly retries?: WrittenAt;
  readonly deadline?: WrittenAt;
  readonly replicas?: WrittenAt;
  readonly labels: Readonly<Record<string, string>>;
  /** Some fields only, laid over another document (a patch of Kustomize, a second compose file): what is absent says nothing. */
  readonly patch?: true;
  /** Fields whose value is a template's: unknown, never absent. `containers` when a template writes all of them. */
  readonly templated: readonly string[];
}

export interface ContainerFacts {
  readonly name: string;
  readonly at: Span;
  readonly image?: WrittenAt;
  /** Folder the image is built from, when the document says so. */
  readonly builds?: string;
  readonly command?: string;
  readonly ports: readonly { readonly number?: number; readonly name?: string; readonly at: Span }[];
  readonly liveness?: ProbeFacts;
  readonly readiness?: ProbeFacts;
  readonly startup?: ProbeFacts;
  readonly limits?: Span;
  readonly requests?: Span;
  readonly privileged?: Span;
  /** Runs before the others and ends, or beside them as a helper. */
  readonly aside?: 'init' | 'sidecar';
  /** Environment variables, with the literal text of those that have one. */
  readonly variables: readonly { readonly name: string; readonly text?: string; readonly at: Span }[];
  /** A template adds fields that cannot be seen: what is absent says nothing. */
  readonly open?: true;
}

export interface ProbeFacts {
  readonly at: Span;
  readonly how: 'http' | 'tcp' | 'command' | 'grpc' | 'platform';
  /** Absent for an HTTP probe when a template writes it. */
  readonly path?: WrittenAt;
  /** Number or name of the port. */
  readonly port?: WrittenAt;
  readonly command?: string;
  /** gRPC service name. */
  readonly service?: string;
}

export interface StoreFacts {
  readonly name: string;
  readonly at: Span;
  readonly what: 'database' | 'cache' | 'queue' | 'bucket' | 'volume' | 'search';
  /** `postgresql`, `redis`, `s3`. */
  readonly technology?: string;
  /** Loses what nobody has elsewhere when it is lost: databases, buckets and claimed volumes, not caches. */
  readonly durable: boolean;
  /** The document asks for backups of it. */
  readonly backup?: Span;
}

export interface ExposureFacts {
  readonly at: Span;
  readonly how: 'ingress' | 'load-balancer' | 'route' | 'port' | 'platform';
  readonly host?: string;
  /** Reachable from outside of the cluster or the machine. */
  readonly outside: boolean;
}
