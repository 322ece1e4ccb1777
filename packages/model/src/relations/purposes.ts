import type { Place } from '../place.ts';

/** What a part of a pipeline is there for. */
export type Purpose =
  | 'format'
  | 'lint'
  | 'types'
  | 'unit'
  | 'integration'
  | 'e2e'
  | 'load'
  | 'contract'
  | 'sast'
  | 'dependency-scan'
  | 'secret-scan'
  | 'infrastructure-scan'
  | 'build'
  | 'publish'
  | 'deploy'
  | 'smoke'
  | 'rollback'
  | 'documentation'
  | 'housekeeping';

/** One purpose that was recognised, and through what. */
export interface PurposeFound {
  readonly purpose: Purpose;
  /** The step or line that shows it. */
  readonly at: Place;
  /** The program or action: `eslint`, `actions/dependency-review-action`. Of deployments the platform or tool: `helm`. */
  readonly tool: string;
  /** How it was reached: `npm test -> vitest run`. Every hop named; one entry when written in the step. */
  readonly through: readonly string[];
  /** Cannot fail the run: `continue-on-error`, `|| true`; where that is written. */
  readonly harmless?: Place;
  /** Paths or filters the command restricts itself to, as written: `test/unit`. Absent: whatever the tool finds. */
  readonly only?: readonly string[];
  /** Folder that the command runs in; '' is the root. Absent: only a run would tell. */
  readonly folder?: string;
}

/** Something that could not be followed. */
export interface UnseenCall {
  /** As written. */
  readonly what: string;
  /** One clause. */
  readonly why: string;
  /**
   * `pipeline`: of another repository, or of a system that is not read. `action`: one that is not known. `program`: a
   * program of that name is not known. `script`: a file or target of this repository that was not read or found.
   * `run-time`: only a run would tell.
   */
  readonly of: 'pipeline' | 'action' | 'program' | 'script' | 'run-time';
  readonly at: Place;
}

/** What a job does, as far as its commands can be followed. */
export interface JobPurposes {
  readonly found: readonly PurposeFound[];
  /** Calls that could not be followed; whatever is not in `found` is then unknown and not absent. */
  readonly unseen: readonly UnseenCall[];
}
