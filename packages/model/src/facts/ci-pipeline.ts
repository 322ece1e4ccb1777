import type { Span } from '../place.ts';

/** Systems that run pipelines. Those after the first three are detected only: what their jobs do is not read. */
export const CI_SYSTEMS = [
  'github-actions',
  'gitlab',
  'circleci',
  'azure-pipelines',
  'bitbucket',
  'buildkite',
  'jenkins',
  'travis',
  'drone',
  'woodpecker',
  'appveyor',
  'cirrus',
  'tekton',
  'concourse',
  'prow',
  'zuul',
  'codefresh',
  'semaphore',
  'cloud-build',
  'codebuild',
  'teamcity',
  'other',
] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

/** One file that declares jobs of a pipeline, as its system will run them. */
export interface CiPipelineFacts {
  readonly system: CiSystem;
  /** `jobs`: read in full. `detected`: it is a pipeline; what it does is unknown. */
  readonly read: 'jobs' | 'detected';
  readonly name?: string;
  /** What starts the pipeline as a whole. A job may narrow it (`JobFacts.triggers`). */
  readonly triggers: readonly TriggerFacts[];
  /** In order of the file. */
  readonly jobs: readonly JobFacts[];
  /** GitLab's hidden jobs, which run only where a job extends them, perhaps one of another file. Absent: none. */
  readonly templates?: readonly JobFacts[];
  /** Pipeline files it takes in: GitLab's `include`, CircleCI's orbs. */
  readonly includes: readonly CallFacts[];
  /** Only others call it: a reusable workflow, a composite action, a GitLab template with hidden jobs alone. */
  readonly callable: boolean;
  /** Never starts: lies where its system does not look by itself (a copy that a skeleton hands on), or names no event. One clause says why. */
  readonly dormant?: string;
  /** What the token of its jobs may do, as written at the top. Absent: the repository's default. */
  readonly permissions?: PermissionFacts;
  /** At most one run of it at a time. */
  readonly concurrency?: Span;
  /** Names of secrets used outside of jobs. */
  readonly secrets: readonly NamedAt[];
  /** Where the file contradicts its own format or itself; said by `pipeline/valid`. */
  readonly faults: readonly PipelineFault[];
}

export interface NamedAt {
  readonly name: string;
  readonly at: Span;
}
export interface WrittenAt {
  readonly text: string;
  readonly at: Span;
}

/** What starts a pipeline or a job, in words common to all systems. */
export interface TriggerFacts {
  readonly on:
    | 'change-request'
    | 'merge-queue'
    | 'push'
    | 'tag'
    | 'release'
    | 'schedule'
    | 'manual'
    | 'called'
    /** After another pipeline (`workflow_run`), named in `pipelines`. */
    | 'after'
    | 'other';
  /** As the system names it: `pull_request_target`. */
  readonly event: string;
  readonly at: Span;
  /** What must happen to the object: `opened`, `closed`, `published`. Absent: what the system takes by default. */
  readonly types?: readonly WrittenAt[];
  /** Patterns; absent: all. */
  readonly branches?: readonly WrittenAt[];
  readonly branchesIgnored?: readonly WrittenAt[];
  readonly tags?: readonly WrittenAt[];
  readonly paths?: readonly WrittenAt[];
  readonly pathsIgnored?: readonly WrittenAt[];
  readonly pipelines?: readonly string[];
  /** Cron expressions. */
  readonly schedules?: readonly WrittenAt[];
}

export interface PermissionFacts {
  readonly at: Span;
  /** `read-all`, `write-all`, `none` (`{}`), or each scope. */
  readonly all?: 'read' | 'write' | 'none';
  readonly scopes: readonly { readonly scope: string; readonly access: 'read' | 'write' | 'none'; readonly at: Span }[];
}

/** Another pipeline, action or template that is called. */
export interface CallFacts {
  /**
   * As written: `./.github/workflows/test.yml`, `acme/actions/deploy@v1`, `docker://alpine:3`. What GitLab includes that is
   * no file of the repository begins with what it is: `template:Jobs/SAST.gitlab-ci.yml`, `project:acme/ci//deploy.yml@v1`,
   * `component:gitlab.com/acme/scan@1.0`. A job or command of an orb is named by the orb: `circleci/node@5.2/test`.
   */
  readonly target: string;
  readonly at: Span;
  /** `local`: a file or folder of this repository, in `path`. */
  readonly where: 'local' | 'remote' | 'image' | 'templated';
  /** Of a local one: its path in this repository, without `./` and without a file extension being added. */
  readonly path?: string;
  /** Of a remote one: what it is pinned to. */
  readonly pinned?: 'commit' | 'tag' | 'branch' | 'digest' | 'nothing';
  /** Input values that are plain text, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Inputs whose value only a run can tell, as written. Absent: none. */
  readonly openInputs?: Readonly<Record<string, string>>;
}

export interface JobFacts {
  /** Key in the file; unique within it. */
  readonly id: string;
  readonly name?: string;
  /** The key of the job. */
  readonly at: Span;
  /** Jobs it waits for; in GitLab without `needs` those of the stage before. */
  readonly needs: readonly NamedAt[];
  /** Templates of other files that it extends: what it lacks here (steps, triggers) is theirs. Absent: none. */
  readonly extends?: readonly NamedAt[];
  /** Conditions as written: `if`, `when`, `rules`, branch filters of a workflow. */
  readonly conditions: readonly WrittenAt[];
  /** Narrows or replaces those of the pipeline; absent: the same. */
  readonly triggers?: readonly TriggerFacts[];
  /** Waits for a person: `when: manual`, `type: approval`. */
  readonly manual?: Span;
  /** Environment it deploys to. `values`: the literal names an expression may give; empty: not seen. */
  readonly environment?: {
    readonly text: string;
    readonly values: readonly string[];
    readonly at: Span;
  };
  readonly permissions?: PermissionFacts;
  readonly concurrency?: Span;
  readonly timeout?: Span;
  /** Its failure does not fail the run. `conditional`: an expression decides; `explained`: a comment beside it says why. */
  readonly mayFail?: { readonly at: Span; readonly how: 'always' | 'conditional' | 'explained' };
  /** Of a job that is nothing but a call: the reusable workflow. */
  readonly calls?: CallFacts;
  readonly steps: readonly StepFacts[];
  /** Images that run beside it. */
  readonly services: readonly { readonly name: string; readonly image?: string; readonly at: Span }[];
  /** Image or machine it runs on, as written. */
  readonly runsOn?: WrittenAt;
  /** Names of secrets used. */
  readonly secrets: readonly NamedAt[];
  /** A matrix makes several jobs of it: variables with their literal values. */
  readonly matrix?: Readonly<Record<string, readonly string[]>>;
}

export interface StepFacts {
  readonly name?: string;
  readonly at: Span;
  /** A shell script, decoded; offsets of lines in it are not those of the file. */
  readonly run?: WrittenAt;
  readonly calls?: CallFacts;
  /** Folder the script runs in, as written, defaults applied. */
  readonly folder?: string;
  readonly condition?: WrittenAt;
  readonly mayFail?: { readonly at: Span; readonly how: 'always' | 'conditional' | 'explained' };
  /** Variables set for it by literal text. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface PipelineFault {
  /** Stable name of what is wrong: `unknown-need`, `local-call-missing`. */
  readonly code: string;
  /** What is wrong in one clause, with what was written: `needs 'biuld', which is no job here`. */
  readonly what: string;
  readonly at: Span;
  /** `broken`: the system refuses or ignores it for certain. `doubtful`: this tool may lag behind the system. */
  readonly certain: 'broken' | 'doubtful';
  readonly nearest?: string;
}
