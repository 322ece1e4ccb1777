import type { AlertRoutingFacts } from './facts/alert-routing.ts';
import type { AlertRulesFacts } from './facts/alert-rules.ts';
import type { DocumentFacts } from './facts/document.ts';
import type { OwnershipFacts } from './facts/ownership.ts';
import type { PackageManifestFacts } from './facts/package-manifest.ts';
import type { ReadmeFacts } from './facts/readme.ts';
import type { RunbookFacts } from './facts/runbook.ts';
import type { Span } from './place.ts';
import type { ExtractionLevel, PathClass } from './words.ts';

/** The one type map of kinds: a new kind is one folder in `artifacts` and one line here. */
export interface FactsByKind {
  'alert-rules': AlertRulesFacts;
  'alert-routing': AlertRoutingFacts;
  runbook: RunbookFacts;
  ownership: OwnershipFacts;
  readme: ReadmeFacts;
  /** Internal: any page of text. */
  document: DocumentFacts;
  /** Internal: what the profile reads of a package manifest. */
  'package-manifest': PackageManifestFacts;
}
export type Kind = keyof FactsByKind;

/** Kinds that `inventory` prints. Their ids are public and never change. */
export const PUBLIC_KINDS = [
  'alert-rules',
  'alert-routing',
  'runbook',
  'ownership',
  'readme',
] as const satisfies readonly Kind[];

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
}

/** Everything known of one file. Plain JSON: cacheable and storable. */
export interface FileFacts {
  readonly path: string;
  readonly pathClass: PathClass;
  readonly artifacts: readonly AnyArtifact[];
  readonly problems: readonly ReadProblem[];
}

/** All facts of one source at one revision. */
export interface Inventory {
  readonly files: readonly FileFacts[];
  readonly commit?: string;
  readonly history: 'full' | 'shallow' | 'none';
}

/** All artifacts of a kind, in path order, whatever their path class. */
export function artifactsOf<K extends Kind>(inventory: Inventory, kind: K): Artifact<K>[] {
  const found: Artifact<K>[] = [];
  for (const file of inventory.files)
    for (const artifact of file.artifacts) if (artifact.kind === kind) found.push(artifact as Artifact<K>);
  return found;
}
