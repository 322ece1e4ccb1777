import type {
  Archetype,
  Criticality,
  Kind,
  ObligationName,
  OptionValue,
  PathClass,
  RubricQuestion,
  SeveritySetting,
} from '@shipworthy/model';

export type Several = string | readonly string[];

/** A severity, with settings or without. */
export type RawRule =
  | SeveritySetting
  | readonly [SeveritySetting]
  | readonly [SeveritySetting, Readonly<Record<string, OptionValue>>]
  | { readonly severity?: SeveritySetting; readonly options?: Readonly<Record<string, OptionValue>> };
export type RawRules = Readonly<Record<string, RawRule>>;

export interface RawEvidence {
  readonly rule?: string;
  readonly kind?: Kind;
  readonly url: string;
  readonly owner: string;
  readonly reviewed: string;
  readonly expires: string;
}

/** Globs; or globs and what a change to them must bring. */
export type RawArea = Several | { readonly paths: Several; readonly brings?: readonly ObligationName[] };

/** One configuration file as it is written, after the schema accepted it. */
export interface RawConfig {
  readonly extends?: Several | null;
  readonly archetype?: Archetype | readonly Archetype[] | null;
  readonly criticality?: Criticality | null;
  readonly rubric?: Readonly<Partial<Record<RubricQuestion, 'yes' | 'no' | boolean>>> | null;
  readonly components?: Readonly<Record<string, string>> | null;
  readonly ignore?: Several | null;
  readonly pathClasses?: Readonly<Record<string, PathClass>> | null;
  readonly artifacts?: Readonly<Partial<Record<Kind, Several>>> | null;
  readonly rules?: RawRules | null;
  readonly overrides?: readonly { readonly files: Several; readonly rules: RawRules }[] | null;
  readonly packages?: Several | null;
  readonly vocabulary?: Readonly<
    Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>
  > | null;
  readonly areas?: Readonly<Record<string, RawArea>> | null;
  readonly runbookSites?: Readonly<Record<string, string>> | null;
  readonly evidence?: readonly RawEvidence[] | null;
  readonly questions?:
    | readonly {
        readonly question: string;
        readonly answer: string;
        readonly owner: string;
        readonly reviewed: string;
      }[]
    | null;
  readonly exemptions?:
    | readonly {
        readonly rule: string;
        readonly paths?: Several;
        readonly reason: string;
        readonly owner: string;
        readonly expires: string;
      }[]
    | null;
}

export const several = (value: Several | null | undefined): readonly string[] =>
  value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value;

export const isArea = (area: RawArea): area is Exclude<RawArea, Several> =>
  typeof area === 'object' && !Array.isArray(area);
