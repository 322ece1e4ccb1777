import type {
  AnsweredQuestion,
  Criticality,
  FileChoices,
  Kind,
  OptionValue,
  Place,
  Preset,
  ProfileAnswers,
  RunbookSite,
  SeveritySetting,
  Vocabulary,
} from '@shipworthy/model';

/** What `rules:` says of the rules a name stands for. */
export interface RuleSetting {
  /** An id or `artifact/*`. */
  readonly name: string;
  readonly severity?: SeveritySetting;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Settings for the files that match. */
export interface Override {
  matches(path: string): boolean;
  readonly rules: readonly RuleSetting[];
}

export interface Exemption {
  readonly rule: string;
  readonly paths: readonly string[];
  /** True for every path when none is given. */
  matches(path: string): boolean;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly at: Place;
}

export interface Evidence {
  /** One of the two. */
  readonly rule?: string;
  readonly kind?: Kind;
  readonly url: string;
  readonly owner: string;
  readonly reviewed: string;
  readonly expires: string;
  readonly at: Place;
}

/** The configuration that is in force: all files read, later ones over earlier ones. */
export interface Config {
  /** Paths that were read, extended ones first; empty without a configuration. */
  readonly files: readonly string[];
  readonly preset?: Preset;
  readonly packs: readonly string[];
  /** Packages it sets rules of. Nothing loads because it is named here. */
  readonly packages: readonly string[];
  /** Later entries win. */
  readonly rules: readonly RuleSetting[];
  readonly overrides: readonly Override[];
  readonly criticality?: Criticality;
  readonly answers: ProfileAnswers;
  readonly vocabulary: Vocabulary;
  readonly choices: FileChoices;
  readonly runbookSites: readonly RunbookSite[];
  readonly exemptions: readonly Exemption[];
  readonly evidence: readonly Evidence[];
  readonly questions: readonly AnsweredQuestion[];
  /** Texts of the files, for lines. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Everything above as written, for the digest; undefined without a configuration. */
  readonly written?: unknown;
}
