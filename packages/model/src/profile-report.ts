import type { Judgement, Profile, RubricAnswer, RubricQuestion } from './profile.ts';
import type { AnsweredQuestion } from './settings.ts';

/**
 * What the history of a repository tells of the year before a day. Shown by `shipworthy profile`; rules never see it,
 * so that a commit has the same findings in every clone.
 */
export type HistoryFacts =
  | {
      readonly state: 'full';
      /** People with three commits or more in the year; bots are left out, one person counts once by name or address. */
      readonly authors: readonly string[];
      /** Months of the twelve with a commit by a person. */
      readonly activeMonths: number;
      /** Tags made in the year. */
      readonly tags: number;
      /** Days from the first commit to the day asked about. */
      readonly ageInDays: number;
    }
  | { readonly state: 'shallow' | 'none'; readonly why: string };

/** Whether its makers run it, or others do; `unknown` where it cannot be told what it is. */
export type RunOrShipped = 'run' | 'shipped' | 'both' | 'neither' | 'unknown';

/** The situations in which the article says to focus on software development. */
export type FocusSignal = 'customers' | 'personal-data' | 'cloud' | 'contributors' | 'lasting';

export interface ProfileReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: string;
  readonly commit?: string;
  readonly profile: Profile;
  readonly delivery: RunOrShipped;
  /** The rubric with what the history adds. */
  readonly rubric: Readonly<Record<RubricQuestion, RubricAnswer>>;
  readonly signals: readonly (Judgement<FocusSignal> & { readonly seen: boolean })[];
  readonly history: HistoryFacts;
  readonly questions: readonly AnsweredQuestion[];
  /** Is programming enough here? Never said of what cannot be told. */
  readonly enough: boolean;
  /** The answer to "if this runs on my laptop, am I done?", one or two sentences. */
  readonly verdict: string;
}
