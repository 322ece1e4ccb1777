import type { Artifact, PipelineJob, Pipelines, Place, TriggerFacts } from '@shipworthy/rule-kit';
import { saysPlan, saysTrial } from './deploy-words.ts';
import { fileOf, isDeployToOther, type ProductDeploy } from './product-deploys.ts';

/** What stands between a commit and the users of a release. */
export interface Guard {
  readonly at: Place;
  /** One clause, as the outcome says it. */
  readonly note: string;
}

/** What a guard may be seen in besides the job itself. */
export interface Surroundings {
  readonly pipelines: Pipelines;
  readonly deploys: readonly ProductDeploy[];
  readonly deployments: readonly Artifact<'deployment'>[];
  /** Something here publishes the releases of the forge, so that their publication is nobody's decision. */
  readonly releasesThemselves: boolean;
}

/** The first guard of a deployment; undefined when there is none. */
export function guardOf(deploy: ProductDeploy, around: Surroundings): Guard | undefined {
  const before = jobsBefore(deploy.job, around.pipelines);
  return (
    environmentOf([deploy.job, ...deploy.inner]) ??
    personBefore(deploy, before, around) ??
    stageBefore(deploy, before, around) ??
    triedOnChanges(around.pipelines) ??
    planOnChanges(deploy, around.pipelines) ??
    partlyOf(deploy) ??
    rolloutOf(around.deployments)
  );
}

/** Jobs that have to end well before this one starts, in its pipeline. */
export function jobsBefore({ path, job }: PipelineJob, { jobs }: Pipelines): readonly PipelineJob[] {
  const here = new Map(jobs.filter((one) => one.path === path).map((one) => [one.job.id, one]));
  const before = new Map<string, PipelineJob>();
  const open = job.needs.map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const found = here.get(name);
    if (!found || before.has(name)) continue;
    before.set(name, found);
    for (const need of found.job.needs) open.push(need.name);
  }
  return [...before.values()];
}

function environmentOf(jobs: readonly PipelineJob[]): Guard | undefined {
  const [found] = jobs.flatMap(({ path, job }) => (job.environment ? [{ path, environment: job.environment }] : []));
  return (
    found && {
      at: { path: found.path, span: found.environment.at },
      note: `its environment ${found.environment.text}; whether somebody must approve is set on the forge and not seen here`,
    }
  );
}

function personBefore(
  { job, inner }: ProductDeploy,
  before: readonly PipelineJob[],
  { releasesThemselves }: Surroundings,
): Guard | undefined {
  for (const one of [job, ...inner, ...before])
    if (one.job.manual) return { at: { path: one.path, span: one.job.manual }, note: 'a person starts it' };
  const gate = before.find((one) => one.job.environment);
  if (gate?.job.environment)
    return {
      at: { path: gate.path, span: gate.job.environment.at },
      note: `${gate.job.id} has an environment and comes before it; whether somebody must approve is not seen here`,
    };
  const { triggers, path } = job;
  const [first] = triggers;
  if (first && triggers.every((trigger) => isByPerson(trigger, releasesThemselves)))
    return { at: { path, span: first.at }, note: 'a person starts it' };
  const asked = job.job.conditions.find(({ text }) => BY_HAND.test(text) && !text.includes('||'));
  return asked && { at: { path, span: asked.at }, note: 'a person starts it' };
}

const BY_HAND = /github\.event_name\s*==\s*["'](?:workflow_dispatch|release)["']|CI_PIPELINE_SOURCE\s*==\s*["']web["']/;
const isByPerson = ({ on }: TriggerFacts, releasesThemselves: boolean): boolean =>
  on === 'manual' || (on === 'release' && !releasesThemselves);

/** Another stage gets it first: by what the job needs, or because production has a start of its own. */
function stageBefore(
  { job }: ProductDeploy,
  before: readonly PipelineJob[],
  { deploys }: Surroundings,
): Guard | undefined {
  const stage = before.find((one) => isDeployToOther(one, deploys));
  if (stage) return { at: stage.at, note: `${stage.job.id} deploys to another stage first` };
  const plan = before.find((one) => [one.job.id, one.job.name ?? ''].some(saysPlan));
  if (plan) return { at: plan.at, note: `${plan.job.id} shows first what will change` };
  const wider = deploys.find((one) => one.stage === 'other' && startsOnMore(one.job, job));
  if (wider) return { at: wider.job.at, note: `${wider.job.job.id} brings other branches to another stage` };
  const staged = deploys.find((one) => one.stage === 'other' && !startsAlike(one.job, job));
  // What runs at night brings out again what its branch holds.
  const starts = job.triggers.filter(({ on }) => on !== 'schedule');
  const own = staged && starts.every(isOwnStart) ? starts[0] : undefined;
  return (
    own && {
      at: { path: job.path, span: own.at },
      note: `${staged?.job.path} deploys to another stage, and this has a start of its own`,
    }
  );
}

/** Change requests are brought to another stage, or to one of their own, where whoever reviews can look. */
function triedOnChanges({ jobs }: Pipelines): Guard | undefined {
  const tried = jobs.find(
    ({ job, purposes, triggers, path }) =>
      triggers.some(({ on }) => on === 'change-request') &&
      purposes.found.some(({ purpose, tool }) => purpose === 'deploy' && tool !== 'github-pages') &&
      [job.id, fileOf({ path }), ...[job, ...job.steps].flatMap(({ name }) => name ?? [])].some(saysTrial),
  );
  return tried && { at: tried.at, note: `${tried.job.id} brings change requests to a stage before` };
}

/** Tools whose plan tells beforehand what will happen. */
const PLANS = /^(?:terraform|tofu|terragrunt|pulumi|cdk)$|\/(?:terraform|tofu|terragrunt|pulumi)/;
const SHOWS = /\bpulumi\b[^\n]{0,100}\bpreview\b|\bcdk\b[^\n]{0,100}\bdiff\b/;

/** Whoever reads the change request reads its plan. */
function planOnChanges({ tool }: ProductDeploy, { jobs }: Pipelines): Guard | undefined {
  if (tool === undefined || !PLANS.test(tool)) return undefined;
  for (const { path, job, triggers, purposes } of jobs) {
    if (!triggers.some(({ on }) => on === 'change-request' || on === 'merge-queue')) continue;
    const plan = purposes.found.find((one) => PLANS.test(one.tool) && /\bplan\b/.test(one.through.at(-1) ?? ''));
    const step = job.steps.find(
      ({ run, calls }) => SHOWS.test(run?.text ?? '') || /(?:terraform|tofu)-plan/i.test(calls?.target ?? ''),
    );
    const at = plan?.at ?? (step && { path, span: step.at });
    if (at) return { at, note: 'the plan is shown on the change request' };
  }
  return undefined;
}

/** A branch that a condition asks for; a prefix ends with `*`. */
const BRANCH =
  /github\.ref(?:_name)?\s*==\s*["'](?:refs\/heads\/)?([^"'\n]+)["']|startsWith\(\s*github\.ref(?:_name)?\s*,\s*["'](?:refs\/heads\/)?([^"'\n]+)["']\s*\)/g;

/** The branches that alone decide whether a job runs; undefined where something else does too. */
function branchesOf({ job }: PipelineJob): ReadonlySet<string> | undefined {
  const [condition, ...more] = job.conditions;
  if (!condition || more.length > 0) return undefined;
  const rest = condition.text.replace(BRANCH, '').replace(/\$\{\{|\}\}/g, '');
  if (!/^[\s()|]*$/.test(rest)) return undefined;
  return new Set([...condition.text.matchAll(BRANCH)].map(([, exact, prefix]) => exact ?? `${prefix}*`));
}

/** In the same pipeline, on the branches of the other and on more, so that a branch is tried before it is merged. */
function startsOnMore(one: PipelineJob, other: PipelineJob): boolean {
  if (one.path !== other.path) return false;
  const [more, less] = [branchesOf(one), branchesOf(other)];
  return more !== undefined && less !== undefined && more.size > less.size && [...less].every((name) => more.has(name));
}

const startsAlike = (one: PipelineJob, other: PipelineJob): boolean =>
  one.path === other.path || JSON.stringify(one.triggers.map(startOf)) === JSON.stringify(other.triggers.map(startOf));
const startOf = ({ on, branches, tags, paths }: TriggerFacts) => [
  on,
  ...[branches, tags, paths].map((patterns) => patterns?.map(({ text }) => text)),
];

/** Not every merge starts it: a tag, a branch of its own, one file that names the version. */
const isOwnStart = ({ on, tags, branches, paths }: TriggerFacts): boolean =>
  on === 'manual' ||
  on === 'tag' ||
  on === 'release' ||
  on === 'after' ||
  (on === 'push' &&
    ((tags !== undefined && branches === undefined) ||
      branches?.every(({ text }) => !MAIN.test(text)) === true ||
      paths?.every(({ text }) => !text.includes('*')) === true));
const MAIN = /^(?:main|master|trunk|develop|\*+)$/;

/** Commands that let a release out in part only. */
const PARTLY =
  /--no-traffic\b|--(?:rollout|canary)[-=]?\w*|--strategy[= ](?:canary|blue-?green)|blue-?green|\bcanary\b|pipelines:promote|versions deploy|--percentage|traffic-splitting|user-?fraction|CodeDeployDefault\.\w*(?:Canary|Linear)|rollout-percentage/i;

function partlyOf({ job, inner }: ProductDeploy): Guard | undefined {
  for (const { path, job: one } of [job, ...inner])
    for (const { run, calls } of one.steps) {
      const text = run?.text ?? '';
      const input = calls && Object.entries(calls.inputs).find((pair) => PARTLY.test(pair.join('=')));
      if (run && PARTLY.test(text)) return { at: { path, span: run.at }, note: 'it is let out in part first' };
      if (calls && input) return { at: { path, span: calls.at }, note: `it is let out in part first (${input[0]})` };
    }
  return undefined;
}

function rolloutOf(deployments: readonly Artifact<'deployment'>[]): Guard | undefined {
  const found = deployments.find(({ facts, pathClass }) => facts.rollout !== undefined && pathClass !== 'example');
  return (
    found?.facts.rollout && {
      at: { path: found.path, span: found.facts.rollout.at },
      note: `by the rollout of ${found.path} (${found.facts.rollout.how})`,
    }
  );
}
