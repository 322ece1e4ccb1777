import type { CheckResult } from '../check-result.ts';

/** What GitHub is asked to show besides what every job may do. All of it needs a right; none of it changes the result. */
export interface Wanted {
  readonly checkRun: boolean;
  readonly comment: boolean;
  /** The SARIF file to hand to code scanning; its category should be `sarifCategory`. Absent: none. */
  readonly sarif?: string;
  /**
   * Whose token it is: of an app, which that of a workflow is as well, or of a person. Tells which comments are ours; without
   * it those of apps.
   */
  readonly as?: 'app' | 'person';
}

export type Surface = 'check-run' | 'comment' | 'sarif';

/** What became of one of the things that were wanted. */
export interface Published {
  readonly what: Surface;
  /**
   * - `made`, `edited`: as asked
   * - `unchanged`: GitHub shows it already
   * - `not-needed`: there is nothing to show, or nowhere to show it
   * - `failed`: not, or not wholly; `note` says why and what to do
   */
  readonly outcome: 'made' | 'edited' | 'unchanged' | 'not-needed' | 'failed';
  /** Where it is. */
  readonly url?: string;
  /** Of what failed: why, and what to do. */
  readonly note?: string;
  /** Why it is not needed, where that is not plain. Nobody needs to do anything. */
  readonly why?: string;
}

/** The repository as the client names it. */
export const repositoryOf = ({ subject: { owner, repo } }: CheckResult) => ({ owner, repo });
