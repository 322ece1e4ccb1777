import type { CommitWords, RepositorySource } from '@shipworthy/model';

/**
 * What the check asks GitHub where a checkout does not answer. Each answer may be a `SourceError` instead, worded for
 * people.
 */
export interface Remote {
  /** The full id of what a branch, a tag or a short id names. */
  resolve(revision: string): Promise<string>;
  /** Where two commits parted. */
  mergeBase(base: string, head: string): Promise<string>;
  /** The pull request as it reads now: an event is as old as its first run. */
  bodyOf(pullRequest: number): Promise<string>;
  /** Newest first. `complete`: GitHub told of all of them. */
  commitsOf(pullRequest: number): Promise<{ readonly commits: readonly CommitWords[]; readonly complete: boolean }>;
  source(commit: string): Promise<RepositorySource>;
}
