import type { Span } from '../place.ts';

/** What was asked for: acceptance criteria that a program can run, or a page for people. */
export interface RequirementsFacts {
  /** `feature`: Gherkin. `brief`: a page that says who wants what and why. `criteria`: a page whose point is its acceptance criteria. */
  readonly form: 'feature' | 'brief' | 'criteria';
  /** Of Gherkin. Outlines are one scenario. */
  readonly scenarios: readonly ScenarioFacts[];
  /** Of Gherkin: tags of the feature, with `@`. */
  readonly tags: readonly string[];
  /** Of pages: what prose says whatever its headings are; the first words that show it. */
  readonly says: {
    /** "As a buyer, …": who wants it. */
    readonly users?: Span;
    /** "so that …": what for. */
    readonly job?: Span;
    /** "accepted when", "at least 95 %". */
    readonly done?: Span;
    /** "must not", "GDPR", "within 200 ms". */
    readonly constraints?: Span;
  };
}

export interface ScenarioFacts {
  readonly name: string;
  /** Own tags and those of the rule around it, with `@`. */
  readonly tags: readonly string[];
  /** Its keyword and name. */
  readonly at: Span;
  readonly steps: number;
  /** Steps that say what must be seen: `Then`, and `And` or `But` behind it. */
  readonly outcomes: number;
  /** Steps written `*`, which may be anything. */
  readonly bullets: number;
}
