import type {
  AnsweredQuestion,
  Archetype,
  AuditedBaseline,
  AuditedOutcome,
  Kind,
  Met,
  PathClass,
  Preset,
  Quality,
  Severity,
  Stage,
  Standing,
} from '@shipworthy/model';

/** The JSON documents as types; `schema/*.schema.json` says the same to everyone else, and tests hold the two together. */
export interface ToolJson {
  readonly name: string;
  readonly version: string;
}

export interface PlaceJson {
  readonly path: string;
  readonly line?: number;
}

export interface ProfileJson {
  readonly archetypes: readonly { readonly name: Archetype; readonly because: string; readonly path?: string }[];
  /** Why it cannot be told what the repository is; there are no archetypes then. */
  readonly unknown?: { readonly because: string; readonly path?: string };
}

export interface FindingJson {
  readonly rule: string;
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  readonly qualities: readonly Quality[];
  readonly severity: Severity;
  readonly message: string;
  /** For a missing file: where it is expected; there is no line then. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly excerpt?: string;
  readonly fingerprint: string;
  /** An info that would be a warning if the repository said what it is: its archetype was inferred. */
  readonly inferred?: true;
  /** Only when more than 1. */
  readonly count?: number;
  /** Name of one of `components`; absent in a repository of one. */
  readonly component?: string;
  /** How it stands to the change; only with a base. */
  readonly change?: Standing;
  readonly related: readonly (PlaceJson & { readonly message?: string })[];
}

export interface OutcomeJson {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: AuditedOutcome['result']['outcome'];
  /** The reason, or the note of a pass. */
  readonly why?: string;
  /** Of `exempt`: what said so. */
  readonly by?: 'exemption' | 'suppression' | 'baseline';
  /** Of `declared` and `exempt`: who answers for it, and the days. */
  readonly owner?: string;
  readonly reviewed?: string;
  readonly expires?: string;
  readonly url?: string;
  readonly evidence?: readonly PlaceJson[];
}

export interface LintJson {
  readonly schema: 1;
  readonly tool: ToolJson;
  readonly commit?: string;
  /** The commit (or what was given as one) that is compared with. */
  readonly base?: string;
  readonly configDigest: string;
  /** Without a configuration absent. */
  readonly config?: { readonly files: readonly string[]; readonly questions: readonly AnsweredQuestion[] };
  readonly history: 'full' | 'shallow' | 'none';
  readonly profile: ProfileJson;
  readonly components: readonly { readonly name: string; readonly path: string }[];
  readonly findings: readonly FindingJson[];
  /** Findings of the base that are gone; only with a base. */
  readonly fixed?: readonly FindingJson[];
  readonly outcomes: readonly OutcomeJson[];
  /** What became of the baseline; absent without one. */
  readonly baseline?: AuditedBaseline;
  readonly summary: {
    readonly stages: Readonly<Partial<Record<Stage, Met>>>;
    readonly qualities: Readonly<Partial<Record<Quality, Met>>>;
  };
}

export interface ElementJson {
  /** `alert`, `receiver`, `owner-line`, `runbook-entry`... */
  readonly type: string;
  readonly name: string;
  readonly line?: number;
}

export interface ArtifactJson {
  readonly kind: Kind;
  readonly path: string;
  readonly line?: number;
  readonly id: string;
  readonly title?: string;
  readonly confidence: number;
  readonly pathClass: PathClass;
  /** Only when asked for. */
  readonly elements?: readonly ElementJson[];
  readonly component?: string;
}

export interface InventoryJson {
  readonly schema: 1;
  readonly tool: ToolJson;
  readonly artifacts: readonly ArtifactJson[];
  readonly files: number;
  /** Kinds of which only some files were read; left out when all were. */
  readonly sampled?: readonly { readonly kinds: readonly string[]; readonly read: number; readonly left: number }[];
}

export interface RuleJson {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  readonly qualities: readonly Quality[];
  readonly severity: Severity;
  readonly preset: Preset;
  readonly package: string;
  /** Path of the rule's page in the project's repository. */
  readonly docs: string;
}

export interface RulesJson {
  readonly schema: 1;
  readonly rules: readonly RuleJson[];
}
