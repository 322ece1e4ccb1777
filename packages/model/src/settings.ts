import type { Kind } from './kinds.ts';
import type { ObligationName } from './obligation.ts';
import type { Place, Span } from './place.ts';
import type { Archetype, Criticality, RubricQuestion } from './profile.ts';
import type { PathClass, Severity } from './words.ts';

/** A comment `shipworthy-disable-next-line rule/id[, rule/id] -- reason`, read with the file it stands in. */
export interface SuppressionFacts {
  /** Ids as written. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The directive itself. */
  readonly at: Span;
  /** The line it speaks of. */
  readonly covers: Span;
}

/** What a setting of a rule may hold. */
export type OptionValue = number | boolean | string | readonly string[];

/** What the configuration says of the files of a repository. Paths are relative to its root. */
export interface FileChoices {
  /** Left out of everything, as if it were not there to be read. */
  ignores(path: string): boolean;
  /** Wins over what the path and the first lines say. */
  classOf(path: string): PathClass | undefined;
  /** Kinds the file is declared to be. */
  kindsOf(path: string): readonly Kind[];
}

/** Addresses that begin with `prefix` are pages made from the files below `folder`. */
export interface RunbookSite {
  readonly prefix: string;
  /** '' is the root. */
  readonly folder: string;
}

/** A part of the repository that the configuration calls sensitive (`areas`). */
export interface SensitiveArea {
  /** `auth`, `billing`, or a name of its own. */
  readonly name: string;
  /** What a change to it must bring; absent: the usual. */
  readonly brings?: readonly ObligationName[];
  holds(path: string): boolean;
}

/** What the configuration answers of the questions a profile is made of; it wins over what was seen. */
export interface ProfileAnswers {
  readonly archetypes?: readonly Archetype[];
  readonly criticality?: Criticality;
  readonly rubric: Readonly<Partial<Record<RubricQuestion, 'yes' | 'no'>>>;
  /** Name → folder, '' for the root. */
  readonly components: Readonly<Record<string, string>>;
  /** Area (`billing`) → globs. */
  readonly areas: Readonly<Record<string, readonly string[]>>;
  /** Area → what a change to it must bring, where the configuration says so. */
  readonly brings?: Readonly<Record<string, readonly ObligationName[]>>;
  /** Where the answers stand. */
  readonly at?: Place;
}

/** A gap that somebody accepts for a time. */
export interface ExemptionFacts {
  /** An id, `artifact/*` or `*`. */
  readonly rule: string;
  readonly paths: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds: `2026-12-31`. */
  readonly expires: string;
  /** Gaps it was needed for in this audit, expired or not. */
  readonly uses: number;
  /** Was any rule it speaks of asked? Without, nothing says that it is not needed. */
  readonly asked: boolean;
}

/** A suppression with what came of it in this audit. */
export interface SettledSuppression extends Omit<SuppressionFacts, 'at'> {
  readonly named: readonly {
    readonly rule: string;
    /** There is such a rule. */
    readonly known: boolean;
    /** It was asked in this audit. */
    readonly asked: boolean;
    /** Gaps on the covered line. */
    readonly uses: number;
    /** The rule that may be meant, if it is not known. */
    readonly nearest?: string;
  }[];
}

/** A question no linter can answer, as the configuration answers it. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: string;
  readonly owner: string;
  /** `2026-03-01` */
  readonly reviewed: string;
}

/** Severity of a rule by configuration. */
export type SeveritySetting = Severity | 'off';
