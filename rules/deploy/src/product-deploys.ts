import type { PipelineJob, Pipelines, Place, PurposeFound } from '@shipworthy/rule-kit';
import { isAside, isOther, isProduction, mentionsDeploy, saysDeploy } from './deploy-words.ts';

/** A job that brings what the repository makes to where its own people run it. */
export interface ProductDeploy {
  readonly job: PipelineJob;
  /** The step that shows it; the job, where only its name does. */
  readonly at: Place;
  /** Platform or tool; absent where only the name of the job says that it deploys. */
  readonly tool?: string;
  /** Jobs of this repository's reusable pipelines that it consists of, which may hold its environment. */
  readonly inner: readonly PipelineJob[];
  /** What is really done stands elsewhere: a workflow of another repository is called or asked to run, or takes up what is left. */
  readonly elsewhere?: true;
  /** Where to. `production` also where nothing speaks of stages at all: there is only one place then. */
  readonly stage: 'production' | 'other';
}

/**
 * Jobs that deploy the product. Left out: what only others call (their callers count), trials in a cluster of the test,
 * previews, documentation, packages, topics and settings beside the program, clearing away, and what runs on change requests only.
 */
export function productDeploys({ jobs }: Pipelines): readonly ProductDeploy[] {
  const byFile = new Map<string, PipelineJob[]>();
  for (const job of jobs) byFile.set(job.path, [...(byFile.get(job.path) ?? []), job]);
  return jobs.flatMap((job) => {
    const inner = job.job.calls?.path === undefined ? [] : (byFile.get(job.job.calls.path) ?? []);
    const shown = deployOf(job, byFile.get(job.path) ?? []);
    if (!shown || isLeftOut(job, inner)) return [];
    const steps = [job, ...inner].flatMap((one) => one.job.steps);
    const elsewhere =
      shown.tool === undefined &&
      (job.job.steps.some(asksElsewhere) || steps.some(handsOver) || (job.job.calls && inner.length === 0));
    return [{ job, inner, ...shown, stage: stageOf(job, inner), ...(elsewhere ? { elsewhere: true } : {}) }];
  });
}

/** Where nothing but a name tells: what it says must not be what it only prepares. */
function deployOf(job: PipelineJob, siblings: readonly PipelineJob[]): Pick<ProductDeploy, 'at' | 'tool'> | undefined {
  const { found, unseen } = job.purposes;
  const deploys = found.find(
    ({ purpose, tool, through }) =>
      purpose === 'deploy' && !NOT_RUN.test(tool) && !ONLY_BUILDS.test(through.at(-1) ?? ''),
  );
  if (deploys) return { at: deploys.at, tool: deploys.tool };
  const mayDeploy = unseen.some(({ what }) => MAY_DEPLOY.test(what));
  // An image that is pushed by means that are known is handed on; what is not known may well deploy.
  if (pushesImage(job) || found.some(({ purpose, tool }) => purpose === 'publish' && !(IMAGES.test(tool) && mayDeploy)))
    return undefined;
  if (found.some(({ purpose }) => purpose === 'documentation') || isIdle(job)) return undefined;
  const names = [job.job.id, job.job.name ?? ''];
  const alone = siblings.length === 1 && saysDeploy(fileOf(job));
  return names.some(saysDeploy) || alone ? { at: job.at } : undefined;
}

/** Pages, and what is handed to the stores of applications, where others let it out. */
const NOT_RUN = /^(?:github-pages|eas)$/;
/** Builds in a cloud, which its programs for deploying start as well. */
const ONLY_BUILDS = /\bbuilds submit\b/;
const MAY_DEPLOY = /deploy|rollout|promote|(?:^|[^a-z])ship(?:[^a-z]|$)/i;
/** Programs that push images. */
const IMAGES = /docker|skopeo|buildah|podman|registry|crane|cosign|attest|jib|\bko\b|kaniko|bake/i;

/** Builds an image, and pushes it when an expression says so: what else the job is called, that is its work. */
export const pushesImage = ({ job }: PipelineJob): boolean =>
  job.steps.some(({ calls }) => calls?.target.startsWith('docker/b') === true && calls.openInputs?.push !== undefined);

/** It neither runs anything nor calls anything: a gate that waits, or a marker. */
const isIdle = ({ job }: PipelineJob): boolean =>
  job.calls === undefined && !job.steps.some(({ run, calls }) => run !== undefined || calls !== undefined);

/** Steps that ask a pipeline of another repository to run. */
const asksElsewhere = ({ name, run, calls }: PipelineJob['job']['steps'][number]): boolean =>
  /\/dispatches\b|\bgh workflow run\b|\/trigger\/pipeline\b/.test(run?.text ?? '') ||
  /\b(?:repository|workflow)[_ -]dispatch\b/i.test(name ?? '') ||
  /dispatch|trigger/i.test(calls?.target ?? '');

/** A step that is told a bucket for artifacts leaves one there, for the pipeline that brings it out stage by stage. */
const ARTIFACT_BUCKET = /^artifacts?[-_](?:\w+[-_])?bucket(?:[-_]name)?$/i;
const handsOver = ({ calls }: PipelineJob['job']['steps'][number]): boolean =>
  [...Object.keys(calls?.inputs ?? {}), ...Object.keys(calls?.openInputs ?? {})].some((name) =>
    ARTIFACT_BUCKET.test(name),
  );

function isLeftOut({ job, purposes, triggers, path, pipeline, callable }: PipelineJob, inner: readonly PipelineJob[]) {
  if (callable || isBesideProgram(job)) return true;
  if (triggers.length > 0 && triggers.every(({ on }) => on === 'change-request' || on === 'merge-queue')) return true;
  if (job.conditions.some(({ text }) => ON_CHANGE_REQUESTS.test(text) && !text.includes('||'))) return true;
  const environments = [job, ...inner.map((one) => one.job)].flatMap(({ environment }) => environment?.values ?? []);
  if (environments.some(isAside)) return true;
  if ([job.id, job.name ?? ''].some(isAside)) return true;
  // A pipeline that tests and deploys says so; its jobs are told apart by their own names.
  if ([fileOf({ path }), pipeline ?? ''].some((name) => isAside(name) && !isTestAndDeploy(name))) return true;
  return job.environment === undefined && (isTrial(purposes.found) || job.steps.some(makesCluster));
}

/** What a step is told to bring out: of NAIS `RESOURCE`, a list of paths. */
const resourcesOf = ({ variables, calls }: PipelineJob['job']['steps'][number]): string[] =>
  [variables.RESOURCE, calls?.inputs.resource]
    .flatMap((text) => (text ?? '').split(/[,\s]+/))
    .filter((path) => path !== '');

/** Topics, tokens and settings lie beside the program, and are brought out apart from it. */
const BESIDE_PROGRAM =
  /(?:^|[/_.-])(?:topics?|tokens?|unleash|alerts?|dashboards?|config-?maps?|secrets?|polic(?:y|ies))(?:[/_.-]|$)/i;
function isBesideProgram({ steps }: PipelineJob['job']): boolean {
  const resources = steps.flatMap(resourcesOf);
  return resources.length > 0 && resources.every((path) => BESIDE_PROGRAM.test(path));
}

const isTestAndDeploy = (name: string): boolean => mentionsDeploy(name) && !isAside(name.replace(TESTING_WORDS, ' '));
const TESTING_WORDS = /\b(?:tests?|testing|e2e|suites?)\b/gi;
const ON_CHANGE_REQUESTS = /github\.event_name\s*==\s*["']pull_request(?:_target)?["']|merge_request_event/;

/** Tools that tests use to set their own cluster up. */
const OF_CLUSTERS = /^(?:kubectl|oc|helm|helmfile|kustomize|skaffold|ansible|nomad)$/;
const TRIES: ReadonlySet<string> = new Set(['e2e', 'integration', 'load']);

const isTrial = (found: readonly PurposeFound[]): boolean =>
  found.some(({ purpose }) => TRIES.has(purpose)) &&
  found.every(({ purpose, tool }) => purpose !== 'deploy' || OF_CLUSTERS.test(tool));

const CLUSTER = /\b(?:kind create|kind-action|setup-kind|minikube|k3d|k3s|microk8s|kwok)\b/i;
const makesCluster = ({ run, calls }: PipelineJob['job']['steps'][number]): boolean =>
  CLUSTER.test(run?.text ?? '') || CLUSTER.test(calls?.target ?? '');

export const fileOf = ({ path }: Pick<PipelineJob, 'path'>): string =>
  (path.split('/').at(-1) ?? '').replace(/\.ya?ml$/i, '');

/** Does a job bring the product, or a trial of it, to another stage than that of the users? */
export const isDeployToOther = (job: PipelineJob, deploys: readonly ProductDeploy[]): boolean =>
  deploys.some((one) => one.job === job && one.stage === 'other') ||
  ((job.purposes.found.some(({ purpose }) => purpose === 'deploy') || saysDeploy(job.job.id)) &&
    stageOf(job, []) === 'other');

/** The nearest thing that speaks of a stage decides. */
function stageOf(job: PipelineJob, inner: readonly PipelineJob[]): ProductDeploy['stage'] {
  for (const words of stageWordsOf(job, inner)) {
    if (words.some(isProduction)) return 'production';
    if (words.some(isOther)) return 'other';
  }
  return 'production';
}

/** What may speak of the stage that a job deploys to, nearest first. */
export function stageWordsOf(one: PipelineJob, inner: readonly PipelineJob[]): readonly (readonly string[])[] {
  const { job, triggers, path, pipeline } = one;
  const environments = [job, ...inner.map((other) => other.job)].map(({ environment }) => environment);
  return [
    environments.flatMap((environment) => environment?.values ?? []),
    Object.values(job.matrix ?? {}).flat(),
    [job, ...job.steps].flatMap(({ calls }) => inputsOf(calls)),
    [job.id, job.name ?? ''],
    job.secrets.map(({ name }) => name),
    [fileOf({ path }), pipeline ?? ''],
    triggers.flatMap(({ branches }) => branches?.map(({ text }) => text) ?? []),
  ];
}

const STAGE_INPUT = /^(?:env|environment|environment[-_]?name|stage|target|cluster|workspace|namespace)$/i;
const inputsOf = (calls: PipelineJob['job']['calls']): readonly string[] =>
  Object.entries(calls?.inputs ?? {}).flatMap(([name, text]) => (STAGE_INPUT.test(name) ? [text] : []));
