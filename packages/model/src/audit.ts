import type { Change, Standing } from './change.ts';
import type { Kind } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import type { Place } from './place.ts';
import type { Profile } from './profile.ts';
import type { AnsweredQuestion } from './settings.ts';
import type { Confidence, Preset, Quality, Severity, Stage } from './words.ts';

/** What is known of a rule without running it. */
export interface RuleMeta {
  readonly id: string;
  readonly title: string;
  /** The first is its home. */
  readonly stages: readonly [Stage, ...Stage[]];
  readonly qualities: readonly [Quality, ...Quality[]];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly preset: Preset;
  /** Curated sets of rules besides the presets that this one belongs to: `scenario-http-endpoint`. */
  readonly packs?: readonly string[];
}

/** A place as people and machines are shown it: 1-based line and column (UTF-16 units), end exclusive. */
export interface Location {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The file does not exist; `path` is where it would be expected. */
  readonly absent?: true;
}

/** A gap as shown to a person. */
export interface Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  readonly message: string;
  readonly location: Location;
  /** The source line of the location, without its line break; at most 400 characters. */
  readonly excerpt?: string;
  readonly fingerprint: string;
  /** It is asked because of what the repository was inferred to be, and would be a warning if the repository said so. */
  readonly inferred?: true;
  /** How many gaps of the same cause this stands for; 1 or more. */
  readonly count: number;
  readonly related: readonly { readonly location: Location; readonly message?: string }[];
  /** Name of the component that holds it; absent in a repository of one component. */
  readonly component?: string;
  /** How it stands to the change; absent without a base. */
  readonly change?: Standing;
  /** The place that was located, for sources that are stored without text. */
  readonly place: Place;
}

export interface AuditedOutcome {
  readonly rule: string;
  readonly subject: string;
  readonly result: Exclude<Outcome, { outcome: 'gap' }> | { readonly outcome: 'gap' };
  readonly evidence: readonly Location[];
}

export interface Met {
  readonly met: number;
  readonly applicable: number;
}

export interface ArtifactSummary {
  readonly kind: Kind;
  readonly path: string;
}

/** How far the findings that were there at adoption have gone. */
export interface AuditedBaseline {
  /** Findings that it still accepts. */
  readonly accepted: number;
  /** Entries that accept more than there is; `left` 0: the finding is gone. */
  readonly stale: readonly {
    readonly rule: string;
    readonly fingerprint: string;
    readonly path: string;
    readonly left: number;
  }[];
}

/** Inventory, outcomes and profile: what reporters print. Plain data. */
export interface Audit {
  readonly tool: { readonly name: string; readonly version: string };
  /** For people: what was audited. */
  readonly target: string;
  readonly commit?: string;
  readonly configDigest: string;
  readonly preset: Preset;
  readonly history: 'full' | 'shallow' | 'none';
  readonly profile: Profile;
  /** Files of the repository, whether looked at or not. */
  readonly files: number;
  readonly artifacts: readonly ArtifactSummary[];
  /** Every rule that was asked. */
  readonly rules: readonly RuleMeta[];
  readonly findings: readonly Finding[];
  /** The change that was judged; absent without a base. */
  readonly change?: Change;
  /** Findings of the base that the head has not, located in the base; absent without one. */
  readonly fixed?: readonly Finding[];
  readonly outcomes: readonly AuditedOutcome[];
  readonly summary: {
    readonly stages: Readonly<Partial<Record<Stage, Met>>>;
    readonly qualities: Readonly<Partial<Record<Quality, Met>>>;
  };
  /** What became of the baseline; absent without one. */
  readonly baseline?: AuditedBaseline;
  /** What the configuration files said that is worth showing; absent without one. */
  readonly config?: {
    /** Those that were read, extended ones first. */
    readonly files: readonly string[];
    readonly questions: readonly AnsweredQuestion[];
  };
}
