import type { JobFacts, TriggerFacts } from '../facts/ci-pipeline.ts';
import type { Place } from '../place.ts';
import type { Link } from './link.ts';
import type { JobPurposes, PurposeFound, UnseenCall } from './purposes.ts';

/** What a pipeline names in this repository. */
export interface PipelineFiles {
  /** Workflows, actions and files it calls or takes in, each where it is called. */
  readonly calls: readonly { readonly target: string; readonly at: Place; readonly link: Link }[];
  /** Path filters that no file can match. */
  readonly idleFilters: readonly {
    readonly pattern: string;
    readonly at: Place;
    /** `ignored`: changes there would start nothing. */
    readonly filter: 'paths' | 'ignored';
    /**
     * The file or folder it begins with is not there; or it is written so that GitHub never matches it: from `./` or `/` on, or a
     * folder as if it were a file.
     */
    readonly because: 'gone' | 'prefix' | 'folder';
    /** What is near of what is gone. */
    readonly nearest?: string;
    /** How it is written right, unless it is gone. */
    readonly instead?: string;
  }[];
}

/** One job with what it does and when it runs. */
export interface PipelineJob {
  readonly path: string;
  readonly job: JobFacts;
  readonly at: Place;
  readonly purposes: JobPurposes;
  /** What starts it: its own triggers or those of its pipeline, those of its callers for a reusable one. */
  readonly triggers: readonly TriggerFacts[];
  /** Name of its pipeline, by which others run after it (`workflow_run`). */
  readonly pipeline?: string;
  /** Only others call it; what it does is part of the purposes of their jobs as well. */
  readonly callable?: true;
}

/** A named command of a build script that no pipeline runs. */
export interface IdleTarget {
  /** As it is called: `npm run test:unit`. */
  readonly call: string;
  readonly at: Place;
  readonly folder: string;
  readonly found: readonly PurposeFound[];
}

/** All pipelines of a repository together. */
export interface Pipelines {
  readonly jobs: readonly PipelineJob[];
  /** Named commands of build scripts that a job leads to, as places of their names: `test` in `package.json`. */
  readonly reached: readonly Place[];
  /** Named commands that test something and that no job leads to, with what they do. */
  readonly idle: readonly IdleTarget[];
  /** Pipelines of which only the existence is known, and pipelines of other repositories that are called. */
  readonly unseen: readonly UnseenCall[];
}
