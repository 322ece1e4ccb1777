import type { AlertRoutingFacts } from './facts/alert-routing.ts';
import type { AlertRulesFacts } from './facts/alert-rules.ts';
import type { ArchitectureDocFacts } from './facts/architecture-doc.ts';
import type { AssistantInstructionsFacts } from './facts/assistant-instructions.ts';
import type { AsyncApiFacts } from './facts/asyncapi.ts';
import type { AvroSchemaFacts } from './facts/avro-schema.ts';
import type { BuildScriptFacts } from './facts/build-script.ts';
import type { ChangeTemplateFacts } from './facts/change-template.ts';
import type { ChangelogFacts } from './facts/changelog.ts';
import type { CiPipelineFacts } from './facts/ci-pipeline.ts';
import type { ContainerBuildFacts } from './facts/container-build.ts';
import type { ContributingFacts } from './facts/contributing.ts';
import type { DashboardFacts } from './facts/dashboard.ts';
import type { DataHandlingFacts } from './facts/data-handling.ts';
import type { DecisionLogFacts } from './facts/decision-log.ts';
import type { DecisionRecordFacts } from './facts/decision-record.ts';
import type { DecisionTemplateFacts } from './facts/decision-template.ts';
import type { DependencyManifestFacts } from './facts/dependency-manifest.ts';
import type { DependencyUpdatesFacts } from './facts/dependency-updates.ts';
import type { DeploymentFacts } from './facts/deployment.ts';
import type { DevEnvironmentFacts } from './facts/dev-environment.ts';
import type { DocumentFacts } from './facts/document.ts';
import type { FeatureFlagsFacts } from './facts/feature-flags.ts';
import type { GraphqlSchemaFacts } from './facts/graphql-schema.ts';
import type { HealthCheckFacts } from './facts/health-check.ts';
import type { InfrastructureCodeFacts } from './facts/infrastructure-code.ts';
import type { JsonSchemaFacts } from './facts/json-schema.ts';
import type { LeakedSecretFacts } from './facts/leaked-secret.ts';
import type { LockfileFacts } from './facts/lockfile.ts';
import type { MigrationFacts } from './facts/migration.ts';
import type { OnCallFacts } from './facts/on-call.ts';
import type { OpenApiFacts, OpenApiPartFacts } from './facts/openapi.ts';
import type { OwnershipFacts } from './facts/ownership.ts';
import type { PerformanceBudgetFacts } from './facts/performance-budget.ts';
import type { PostmortemFacts } from './facts/postmortem.ts';
import type { ProtobufFacts } from './facts/protobuf.ts';
import type { ReadmeFacts } from './facts/readme.ts';
import type { ReleaseChecklistFacts } from './facts/release-checklist.ts';
import type { ReleaseToolFacts } from './facts/release-tool.ts';
import type { RequirementsFacts } from './facts/requirements.ts';
import type { RollbackPlanFacts } from './facts/rollback-plan.ts';
import type { RunbookFacts } from './facts/runbook.ts';
import type { SecretInventoryFacts } from './facts/secret-inventory.ts';
import type { SecretScanningFacts } from './facts/secret-scanning.ts';
import type { SecurityPolicyFacts } from './facts/security-policy.ts';
import type { ServiceCatalogFacts } from './facts/service-catalog.ts';
import type { ShellScriptFacts } from './facts/shell-script.ts';
import type { SloFacts } from './facts/slo.ts';
import type { TestSuiteFacts } from './facts/test-suite.ts';
import type { ThreatModelFacts } from './facts/threat-model.ts';
import type { Span } from './place.ts';
import type { SuppressionFacts } from './settings.ts';
import type { ExtractionLevel, PathClass } from './words.ts';

/** The one type map of kinds: a new kind is one folder in `artifacts` and one line here. */
export interface FactsByKind {
  'decision-record': DecisionRecordFacts;
  'decision-template': DecisionTemplateFacts;
  requirements: RequirementsFacts;
  'architecture-doc': ArchitectureDocFacts;
  'change-template': ChangeTemplateFacts;
  openapi: OpenApiFacts;
  asyncapi: AsyncApiFacts;
  'graphql-schema': GraphqlSchemaFacts;
  protobuf: ProtobufFacts;
  'json-schema': JsonSchemaFacts;
  'avro-schema': AvroSchemaFacts;
  migration: MigrationFacts;
  'data-handling': DataHandlingFacts;
  'threat-model': ThreatModelFacts;
  'security-policy': SecurityPolicyFacts;
  'secret-inventory': SecretInventoryFacts;
  'ci-pipeline': CiPipelineFacts;
  'build-script': BuildScriptFacts;
  'test-unit': TestSuiteFacts;
  'test-integration': TestSuiteFacts;
  'test-e2e': TestSuiteFacts;
  'test-load': TestSuiteFacts;
  'test-contract': TestSuiteFacts;
  'release-checklist': ReleaseChecklistFacts;
  changelog: ChangelogFacts;
  'rollback-plan': RollbackPlanFacts;
  'feature-flags': FeatureFlagsFacts;
  'container-build': ContainerBuildFacts;
  'dev-environment': DevEnvironmentFacts;
  deployment: DeploymentFacts;
  'infrastructure-code': InfrastructureCodeFacts;
  lockfile: LockfileFacts;
  'dependency-manifest': DependencyManifestFacts;
  runbook: RunbookFacts;
  'alert-rules': AlertRulesFacts;
  'alert-routing': AlertRoutingFacts;
  dashboard: DashboardFacts;
  slo: SloFacts;
  'performance-budget': PerformanceBudgetFacts;
  'health-check': HealthCheckFacts;
  ownership: OwnershipFacts;
  'service-catalog': ServiceCatalogFacts;
  'on-call': OnCallFacts;
  'dependency-updates': DependencyUpdatesFacts;
  'secret-scanning': SecretScanningFacts;
  postmortem: PostmortemFacts;
  'assistant-instructions': AssistantInstructionsFacts;
  contributing: ContributingFacts;
  readme: ReadmeFacts;
  /** Internal: a file that an OpenAPI description was split into. */
  'openapi-part': OpenApiPartFacts;
  /** Internal: where a tool is told that a decision log lies. */
  'decision-log': DecisionLogFacts;
  /** Internal: any page of text. */
  document: DocumentFacts;
  /** Internal: what release and deploy tools are configured to do. */
  'release-tool': ReleaseToolFacts;
  /** Internal: where a file holds what looks like a secret; never what it holds. */
  'leaked-secret': LeakedSecretFacts;
  /** Internal: a script of the shell, for what its commands do. */
  'shell-script': ShellScriptFacts;
}
export type Kind = keyof FactsByKind;

/** Kinds that `inventory` prints. Their ids are public and never change. */
export const PUBLIC_KINDS = [
  'decision-record',
  'decision-template',
  'requirements',
  'architecture-doc',
  'change-template',
  'openapi',
  'asyncapi',
  'graphql-schema',
  'protobuf',
  'json-schema',
  'avro-schema',
  'migration',
  'data-handling',
  'threat-model',
  'security-policy',
  'secret-inventory',
  'ci-pipeline',
  'build-script',
  'test-unit',
  'test-integration',
  'test-e2e',
  'test-load',
  'test-contract',
  'release-checklist',
  'changelog',
  'rollback-plan',
  'feature-flags',
  'container-build',
  'dev-environment',
  'deployment',
  'infrastructure-code',
  'lockfile',
  'dependency-manifest',
  'runbook',
  'alert-rules',
  'alert-routing',
  'dashboard',
  'slo',
  'performance-budget',
  'health-check',
  'ownership',
  'service-catalog',
  'on-call',
  'dependency-updates',
  'secret-scanning',
  'postmortem',
  'assistant-instructions',
  'contributing',
  'readme',
] as const satisfies readonly Kind[];

/**
 * Kinds that can be pages: their sections and links are those of the document in the same file. Some have data forms as
 * well (an SLO as YAML), whose page is then empty.
 */
export const PAGE_KINDS = [
  'decision-record',
  'decision-template',
  'requirements',
  'architecture-doc',
  'change-template',
  'data-handling',
  'secret-inventory',
  'threat-model',
  'security-policy',
  'release-checklist',
  'changelog',
  'rollback-plan',
  'runbook',
  'slo',
  'performance-budget',
  'on-call',
  'postmortem',
  'assistant-instructions',
  'contributing',
  'readme',
  'document',
] as const satisfies readonly Kind[];
export type PageKind = (typeof PAGE_KINDS)[number];

/** Kinds that describe an interface between programs. */
export const CONTRACT_KINDS = [
  'openapi',
  'asyncapi',
  'graphql-schema',
  'protobuf',
  'json-schema',
  'avro-schema',
] as const satisfies readonly Kind[];
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** Kinds of tests, one for each layer. */
export const TEST_KINDS = [
  'test-unit',
  'test-integration',
  'test-e2e',
  'test-load',
  'test-contract',
] as const satisfies readonly Kind[];
export type TestKind = (typeof TEST_KINDS)[number];

/**
 * Path classes in which a kind is the repository's own although other kinds there are not: a template of a record is a
 * template by nature, and instructions to assistants stand among the texts *about* artifacts; features that a program runs
 * lie among the tests.
 */
export const OWN_CLASSES: Readonly<Partial<Record<Kind, readonly PathClass[]>>> = {
  'decision-template': ['template'],
  'change-template': ['template'],
  'release-checklist': ['template'],
  requirements: ['fixture'],
  'assistant-instructions': ['about'],
  'performance-budget': ['fixture'],
  'test-unit': ['fixture'],
  'test-integration': ['fixture'],
  'test-e2e': ['fixture'],
  'test-load': ['fixture'],
  'test-contract': ['fixture'],
  lockfile: ['generated'],
};

/** One document found, of one kind. A file may hold several. */
export interface Artifact<K extends Kind = Kind> {
  readonly kind: K;
  readonly path: string;
  readonly pathClass: PathClass;
  readonly level: ExtractionLevel;
  /** 0-1. A path alone never exceeds 0.6; path and content reach 0.85; content alone 0.7. Below 0.5 nothing is an artifact. */
  readonly confidence: number;
  /** The signals that decided, for `inventory --why`. */
  readonly why: readonly string[];
  /** Natural identity where one exists (name of the object, number of the record), else the path. */
  readonly id: string;
  readonly title?: string;
  /** The document within the file, when the file holds several. */
  readonly at?: Span;
  readonly facts: FactsByKind[K];
}
/** Distributes over the kinds, so that checking `kind` narrows `facts`. */
export type AnyArtifact = { [K in Kind]: Artifact<K> }[Kind];

/** Something about a file that kept its facts from being read. Said aloud by `artifact/readable`, never dropped. */
export interface ReadProblem {
  /** The kind the file was a candidate for. */
  readonly kind: Kind;
  /** One clause: `bad indentation of a mapping entry`. */
  readonly what: string;
  readonly at?: Span;
  /**
   * `broken`: the file contradicts its own format. `unseen`: it may be fine, but this tool could not look
   * (template syntax, size, depth, an encoding it does not know).
   */
  readonly effect: 'broken' | 'unseen';
  /** Of what could not be read at all: the kinds that it may hold, as far as its path tells. */
  readonly couldBe?: readonly Kind[] | 'any';
}

/** Everything known of one file. Plain JSON: cacheable and storable. */
export interface FileFacts {
  readonly path: string;
  readonly pathClass: PathClass;
  readonly artifacts: readonly AnyArtifact[];
  readonly problems: readonly ReadProblem[];
  /** Comments that ask for silence on a line; absent when there are none. */
  readonly suppressions?: readonly SuppressionFacts[];
}

/** All facts of one source at one revision. */
export interface Inventory {
  readonly files: readonly FileFacts[];
  readonly commit?: string;
  readonly history: 'full' | 'shallow' | 'none';
  /** Symbolic links at the root: something stands there by that name, which is not followed. Absent: none. */
  readonly links?: readonly string[];
  /**
   * Kinds of which only some files were read: how many were, and how many more look like them by their paths. Absent: all
   * were read.
   */
  readonly sampled?: readonly { readonly kinds: readonly Kind[]; readonly read: number; readonly left: number }[];
}

/** Sorted once for each inventory: rules, relations and the profile ask a hundred times. */
const sorted = new WeakMap<Inventory, ReadonlyMap<Kind, readonly AnyArtifact[]>>();

function byKind(inventory: Inventory): ReadonlyMap<Kind, readonly AnyArtifact[]> {
  const known = sorted.get(inventory);
  if (known) return known;
  const found = new Map<Kind, AnyArtifact[]>();
  for (const file of inventory.files)
    for (const artifact of file.artifacts) {
      const alike = found.get(artifact.kind);
      if (alike) alike.push(artifact);
      else found.set(artifact.kind, [artifact]);
    }
  sorted.set(inventory, found);
  return found;
}

/** All artifacts of a kind, in path order, whatever their path class. */
export const artifactsOf = <K extends Kind>(inventory: Inventory, kind: K): Artifact<K>[] => [
  ...((byKind(inventory).get(kind) ?? []) as readonly Artifact<K>[]),
];
