import type { ExitCode } from '@shipworthy/audit/exit-codes';
import type { Audit, Checklist } from '@shipworthy/model';

/** How long a text may be: a job's summary is measured in bytes of UTF-8, what the API takes in characters. */
export interface TextLimit {
  readonly size: number;
  readonly of: 'bytes' | 'characters';
}

/** A finding beside the lines it is about. Not cut to what any surface has room for. */
export interface CheckAnnotation {
  readonly level: 'error' | 'warning';
  /** The id of the rule. */
  readonly title: string;
  readonly message: string;
  /** A file of the repository as it is at `head`; absent where there is none to point at. */
  readonly path?: string;
  /** 1-based, like the columns (UTF-16 units, the end exclusive); absent: the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Something is missing, and `path` is only the file nearest to where it would be. */
  readonly missing?: true;
}

/** What the check is of. */
export interface CheckSubject {
  readonly owner: string;
  readonly repo: string;
  /** The commit that people see the check at: of a pull request its newest commit, not the merge that was audited. */
  readonly head: string;
  /** What `head` stands on: `refs/pull/7/head`, `refs/heads/main`; what code scanning wants to be told. */
  readonly ref: string;
  readonly pullRequest?: number;
  /** The folder that was audited, `''` for the whole repository: several checks of one repository differ in it. */
  readonly path: string;
  /** Web address of the run of the workflow. */
  readonly run?: string;
}

/** The finished check as plain data: what is printed, written and shown by GitHub is made of it. */
export interface CheckResult {
  readonly subject: CheckSubject;
  /** Paths are relative to the repository, whichever folder was audited. Absent: it could not be audited. */
  readonly audit?: Audit;
  /** Of a change only. */
  readonly checklist?: Checklist;
  readonly code: ExitCode;
  /** Never neutral or skipped: GitHub counts those as passed. */
  readonly conclusion: 'success' | 'failure';
  /** One line. */
  readonly title: string;
  /** The whole report for people as Markdown, cut where it would be longer, saying so. */
  summary(limit: TextLimit): string;
  /** The few lines of it that stand in a conversation; depends on the result alone, so that the same is said the same. */
  comment(limit: TextLimit): string;
  /** What the change introduces or worsens (without a change everything), the worst first; advice is left out. */
  readonly annotations: readonly CheckAnnotation[];
  /** Every way in which the check saw or did less than it could, one sentence each. */
  readonly notes: readonly string[];
}
