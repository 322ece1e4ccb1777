import type { Met, Severity, Stage } from '@shipworthy/model';

/** What of a stage is met, with the denominator. */
export type MetByStage = Readonly<Partial<Record<Stage, Met>>>;
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One finding as the store keeps it: no text of the repository but the message. */
export interface OrgFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  /** The file does not exist; `path` is where it would be expected. */
  readonly absent?: true;
  readonly fingerprint: string;
  /** Gaps of one cause. */
  readonly count: number;
  readonly component?: string;
}

/** Why a finding came or went since the run before. */
export type Cause =
  /** The repository changed. */
  | 'change'
  /** Rules, policy or the version of the tool changed: not the team's doing. */
  | 'rules'
  /** The repository became something else, as a library that was a service, and other things are asked of it. */
  | 'scope'
  /** Only the date did: an exemption ran out, a review became due. */
  | 'time'
  /** It was exempted or suppressed. */
  | 'exemption'
  /** It cannot be told any more: what it was found in cannot be read, or leads to where nothing can be seen. */
  | 'unseen';

/** A finding that came or went. */
export interface Transition {
  /** Id of the repository. */
  readonly repository: string;
  readonly cause: Cause;
  readonly finding: OrgFinding;
  /** Gaps it stood for before, where it grew. */
  readonly was?: number;
  /** The file that held it is gone as well: it need not have been corrected. */
  readonly removed?: true;
}

/** A gap that a repository's configuration accepts for a time. */
export interface OrgExemption {
  /** An id, `artifact/*` or `*`. */
  readonly rule: string;
  /** Globs; absent: everywhere. */
  readonly paths?: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds: `2026-12-31`. */
  readonly expires: string;
}

/** One that has expired, or does within 30 days of the report. */
export interface DueExemption extends OrgExemption {
  /** Id of the repository. */
  readonly repository: string;
  readonly expired?: true;
}

export interface OrgRepository {
  /** Stays the same when the repository is renamed. */
  readonly id: string;
  /** `owner/name`, or a folder. */
  readonly name: string;
  /** Web address, when there is one. */
  readonly url?: string;
  /** Name of the team; absent where nobody is named. */
  readonly team?: string;
  readonly state: 'audited' | 'failed' | 'excluded';
  /** Why it failed or is left out, in one clause. */
  readonly why?: string;
  readonly commit?: string;
  /** `2026-11-22`, the day of the run that last audited it. */
  readonly auditedOn?: string;
  /** What of its own configuration does not count under the organisation's policy, in clauses. */
  readonly refused?: readonly string[];
  /** Human words for what it is: `service`, `library`. */
  readonly archetypes: readonly string[];
  /** Each rule once; a rule of several stages counts in each of `stages`. */
  readonly met: Met;
  readonly stages: MetByStage;
  readonly counts: SeverityCounts;
  /** Outcomes that could not be seen. */
  readonly unknown: number;
  readonly exempt: number;
  readonly opened: number;
  readonly fixed: number;
  readonly findings: readonly OrgFinding[];
}

export interface OrgTeam {
  readonly name: string;
  /** Ids. */
  readonly repositories: readonly string[];
  /** Each rule once for each repository. */
  readonly met: Met;
  readonly stages: MetByStage;
  readonly counts: SeverityCounts;
  readonly opened: number;
  readonly fixed: number;
  /** Runs that kept its numbers, oldest first. */
  readonly trend: readonly TrendPoint[];
}

export interface OrgRule {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** Ids of the repositories with findings. */
  readonly repositories: readonly string[];
  readonly findings: number;
  /** Repositories that meet it, of those it applies to. */
  readonly met: Met;
  /** Repositories in which it could not be seen. */
  readonly unknown: number;
}

/** One thing to do, worth most first: the gravest findings of a rule, lighter ones of it left out. */
export interface OrgAction {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly repositories: readonly string[];
  readonly findings: number;
}

/** One run in the trend, oldest first. */
export interface TrendPoint {
  readonly asOf: string;
  readonly met: Met;
  readonly counts: SeverityCounts;
  readonly audited: number;
  /** The rules, the policy or the tool changed with this run: the line breaks here. In words. */
  readonly changed?: string;
}

export interface Coverage {
  /** Repositories that were discovered. */
  readonly discovered: number;
  readonly audited: number;
  /** Of the audited ones, those whose tree was known already. */
  readonly unchanged: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** Repositories left out, by reason: `archived`, `fork`. */
  readonly excluded: Readonly<Record<string, number>>;
}

/** The whole report as data: `report.json`, version 1, and what every page is made of. The same store gives the same. */
export interface OrgReport {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** For people: the organisation or the folder. */
  readonly title: string;
  /** `2026-11-22` */
  readonly asOf: string;
  /** The run it is compared with; absent in the first. */
  readonly previous?: string;
  /** The history that there was is gone: everything looks new. */
  readonly stateLost?: true;
  readonly coverage: Coverage;
  /** Rules met, summed over repositories. */
  readonly met: Met;
  readonly previousMet?: Met;
  readonly stages: MetByStage;
  readonly counts: SeverityCounts;
  readonly regressions: readonly Transition[];
  /** The regressions, by severity. */
  readonly regressed: SeverityCounts;
  readonly fixed: readonly Transition[];
  /** What rules, policy or the date changed. */
  readonly others: { readonly opened: readonly Transition[]; readonly gone: readonly Transition[] };
  readonly actions: readonly OrgAction[];
  /** The earliest first. */
  readonly exemptions: readonly DueExemption[];
  readonly teams: readonly OrgTeam[];
  readonly repositories: readonly OrgRepository[];
  readonly rules: readonly OrgRule[];
  readonly trend: readonly TrendPoint[];
}
