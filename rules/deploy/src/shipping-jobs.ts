import { type PipelineJob, type Pipelines, type Place, runsOn } from '@shipworthy/rule-kit';
import { productDeploys } from './product-deploys.ts';

/** What writes notes, signs or shows a site, and ships nothing. */
const NO_SHIPPING =
  /release-drafter|release-please|git-cliff|create-release|attest|slsa|cosign|pages|storybook|chromatic|upload-release-asset|dependency|^ansible$/;
/** Jobs for documentation, trials and previews, by their names. */
const OTHER_JOB =
  /docs?(?:[-_. ]|$)|documentation|pages|website|storybook|preview|(?:^|[-_. /])pr(?:[-_. ]|$)|review|(?:^|[-_. /])(?:e2e|tests?|testing|bench\w*|load|perf|nightly|snapshot|canary-build|dev|sandbox|demo|playground|cache|base-image|builder|devcontainer|ci-image|toolbox)(?:[-_. ]|$)/i;

/** A job that brings the product out, and what shows it. */
export interface ShippingJob {
  readonly job: PipelineJob;
  readonly at: Place;
  /** The command, action or tool. */
  readonly by: string;
}

/** Jobs that deploy the product to its users, or publish it, when something other than a change request starts them. */
export function shippingJobs(pipelines: Pipelines): readonly ShippingJob[] {
  const deploys = productDeploys(pipelines).filter(({ stage }) => stage === 'production');
  return pipelines.jobs.flatMap((job): readonly ShippingJob[] => {
    const deploy = deploys.find((one) => one.job === job);
    if (deploy) return [{ job, at: deploy.at, by: deploy.tool ?? job.job.name ?? job.job.id }];
    if (job.callable || OTHER_JOB.test(`${job.path.split('/').at(-1)} ${job.job.id}`)) return [];
    if (job.triggers.every(({ on }) => on === 'change-request' || on === 'merge-queue' || on === 'called')) return [];
    const found = job.purposes.found.find(
      ({ purpose, tool, harmless }) => purpose === 'publish' && harmless === undefined && !NO_SHIPPING.test(tool),
    );
    return found ? [{ job, at: found.at, by: found.through.at(-1) ?? found.tool }] : [];
  });
}

/** The jobs of its pipeline that have to succeed before it runs, and the job itself. */
export function before(job: PipelineJob, pipelines: Pipelines): readonly PipelineJob[] {
  const beside = pipelines.jobs.filter(({ path }) => path === job.path);
  const found = new Set<PipelineJob>([job]);
  for (const one of found)
    for (const { name } of one.job.needs) for (const other of beside) if (other.job.id === name) found.add(other);
  return [...found];
}

/** Jobs of the pipelines that it runs after (`workflow_run`). */
export const after = (job: PipelineJob, pipelines: Pipelines): readonly PipelineJob[] => {
  const names = new Set(job.triggers.flatMap(({ on, pipelines: named = [] }) => (on === 'after' ? named : [])));
  return pipelines.jobs.filter(({ pipeline }) => pipeline !== undefined && names.has(pipeline));
};

/** It runs when a tag or a release is made, and at no push to a branch. */
export const byTag = (job: PipelineJob): boolean => runsOn(job) === 'release';
