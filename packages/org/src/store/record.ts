import type { Met, Severity, Stage } from '@shipworthy/model';
import type { OrgExemption, OrgFinding, Transition } from '../report/org-report.ts';

/** How a rule stands in a repository: met, or with gaps, or not to be seen. Rules that do not apply are not named. */
export type RuleStanding = 'met' | 'gaps' | 'unknown';

/** The rules as they are asked in a run, as far as a report names them. */
export interface RuleOfRun {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly severity: Severity;
}

/** What a run is of. Two runs with equal headers can be one: what is recorded of the first counts for the second. */
export interface RunHeader {
  /** `2026-11-22`: the day the rules take for today. */
  readonly asOf: string;
  /** For people: the organisation or the folder. */
  readonly title: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Digest of the code of the build, in which rules and kinds are. */
  readonly code: string;
  /** Digest of the policy and of what the command line asked. */
  readonly policy: string;
  readonly rules: readonly RuleOfRun[];
  /** There should have been runs before it, and none was there. */
  readonly stateLost?: true;
}

/** What a run found in one repository. One line of the run's file. */
export interface RepositoryRecord {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly state: 'audited' | 'failed' | 'excluded';
  /** Why it failed, in a clause; or the reason it is left out, as `archived`. */
  readonly why?: string;
  /** It failed since it is not shown any more. The next run does not tell of it again. */
  readonly missing?: true;
  /** The day of the run that last audited it; absent where none did, or a version that did not keep it. */
  readonly auditedOn?: string;
  readonly commit?: string;
  readonly tree?: string;
  /** Its tree is the one of the run before: nothing was fetched. */
  readonly unchanged?: true;
  readonly team?: string;
  /** What of its own configuration does not count under the policy, in clauses. */
  readonly refused?: readonly string[];
  /** What its configuration accepts for a time, as far as that counts; absent where nothing. */
  readonly exemptions?: readonly OrgExemption[];
  readonly archetypes: readonly string[];
  readonly stages: Readonly<Partial<Record<Stage, Met>>>;
  /** By rule. */
  readonly standing: Readonly<Record<string, RuleStanding>>;
  readonly unknown: number;
  readonly exempt: number;
  readonly findings: readonly OrgFinding[];
  /** Since the record of the run before. */
  readonly opened: readonly Omit<Transition, 'repository'>[];
  readonly gone: readonly Omit<Transition, 'repository'>[];
}

/** What is kept of a team in a run. */
export interface TeamWeek {
  readonly name: string;
  readonly met: Met;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly audited: number;
}

/** What is kept of a run for good. */
export interface WeekRecord {
  readonly asOf: string;
  readonly tool: string;
  readonly code: string;
  readonly policy: string;
  readonly met: Met;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly audited: number;
  /** By name; absent in weeks of versions that did not keep them. */
  readonly teams?: readonly TeamWeek[];
}
