import type { Span } from '../place.ts';

/**
 * What a threat model is made of. `scope`: what is protected, from whom. `boundaries`: where trust ends, how data flows.
 * `threats`: what could be done. `answers`: mitigations and controls. `exclusions`: what is deliberately not covered.
 */
export const THREAT_MODEL_PARTS = ['scope', 'boundaries', 'threats', 'answers', 'exclusions'] as const;
export type ThreatModelPart = (typeof THREAT_MODEL_PARTS)[number];

/** What a threat model says: a page, or a file of a threat modelling tool. */
export interface ThreatModelFacts {
  /** `catalog`: a list of threats as YAML. `pytm` is read by a line scan. */
  readonly form: 'page' | 'threagile' | 'threat-dragon' | 'catalog' | 'pytm';
  /** The parts it has, where they first stand. */
  readonly parts: Readonly<Partial<Record<ThreatModelPart, Span>>>;
  /** Threats that stand one by one beside room for an answer: rows of a table, entries of a tool's file. */
  readonly threats: readonly ThreatFacts[];
  /** A line that dates a review of the model: `Last reviewed: 2026-03-01`. */
  readonly reviewed?: Span;
}

/** One threat and what is done about it. */
export interface ThreatFacts {
  readonly name: string;
  readonly at: Span;
  /** As written: `High`. */
  readonly severity?: string;
  /** As written: `accepted`, `Open`. */
  readonly status?: string;
  /** A mitigation, a status that decides, or a reason to accept it is written down. */
  readonly answered: boolean;
}
