import { type Checklist, MIN_REPORT_LIMIT, type ReportOptions, type Severity } from '@shipworthy/model';
import type { Unit } from '../markdown/budget.ts';

/** How long a text may be for where it goes. */
export interface Limit {
  readonly size: number;
  readonly of: Unit;
}

/**
 * GitHub drops a step summary of more than 1 MiB; some room is left for what the step itself adds:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const STEP_SUMMARY: Limit = { size: 1_000_000, of: 'bytes' };
/** `output.summary` of a check run (`maxLength`, https://docs.github.com/en/rest/checks/runs). */
export const CHECK_RUN_SUMMARY: Limit = { size: 65_535, of: 'characters' };
/** The text of a comment. */
export const COMMENT: Limit = { size: 65_536, of: 'characters' };

/** Exit codes, the same for every command. */
export const CODE = {
  fine: 0,
  /** A finding that fails, or something unknown where that fails. */
  fails: 1,
  notAudited: 2,
  /** Mistakes of the configuration. */
  usage: 3,
} as const;

/** What became of the run: the page must say what the check itself says. */
export interface SummaryVerdict {
  /** The exit code. */
  readonly code: number;
  readonly failOn: Extract<Severity, 'error' | 'warning'> | 'never';
}

export interface SummaryOptions extends Pick<ReportOptions, 'page' | 'repository'> {
  readonly verdict: SummaryVerdict;
  /** What the change touches and brings along; only of use with a change. */
  readonly checklist?: Checklist;
  /** One sentence for each way in which this run could do less than it should. */
  readonly notes?: readonly string[];
  /** A step's summary when none is given; reporters can count on `MIN_REPORT_LIMIT`. */
  readonly limit?: Limit;
  /** How to get the same on one's own machine, when it is not `shipworthy lint`, with `--base` for a change. */
  readonly command?: string;
  /** Where the whole report stands, for a short one: address of the run. */
  readonly run?: string;
}

export const limitOf = ({ limit = STEP_SUMMARY }: SummaryOptions): Limit => ({
  size: Math.max(MIN_REPORT_LIMIT, limit.size),
  of: limit.of,
});
