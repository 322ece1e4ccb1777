import type { PipelineJob, Pipelines, Place, PurposeFound } from '@shipworthy/rule-kit';
import { jobsBefore } from './guards.ts';
import type { ProductDeploy } from './product-deploys.ts';

/** What looks whether a deployment works. */
export interface Verification {
  readonly at: Place;
  readonly note: string;
}

/**
 * Platforms and tools that end well only when what they brought out runs, by their own documentation: health checks
 * before traffic, or a deployment that waits and takes itself back.
 */
const WAIT_BY_THEMSELVES =
  /^(?:vercel|netlify|cloudflare|fly|nais|heroku|kamal|argocd|flux|railway|render|digitalocean|elastic-beanstalk|cloud-foundry|serverless|sam|cdk|sst|copilot|firebase|supabase|convex|terraform|tofu|terragrunt|pulumi|werf|nomad|skaffold|chalice|okteto)$|^(?:nais\/|superfly\/|amondnet\/|digitalocean\/|cloudflare\/|akhileshns\/|google-github-actions\/deploy-(?:cloudrun|appengine|cloud-functions)|azure\/(?:webapps-deploy|k8s-deploy|static-web-apps-deploy|container-apps-deploy)|aws-actions\/aws-cloudformation|pulumi\/|dflook\/|cloud-gov\/|netlify\/|nwtgck\/|firebaseextended\/|w9jds\/|einaregilsson\/)/;
/** Of a program with several ways to deploy: those that wait. */
const WAITING_COMMAND =
  /\bgcloud (?:(?:run|app|functions) deploy|run services (?:update|replace))\b|\bcloudformation deploy\b|\baz webapp\b|\baz containerapp\b/;
/** A step that looks, by its name. */
const CALLED =
  /\bsmoke|\bhealth|\bverif(?:y|ies)\b.*\b(?:deploy|release|live|running|up)|\bwait(?:s|ing)? (?:for|until)|\bpost[- ]?deploy|\bis (?:up|live|ready)\b/i;
/** ... or by what it runs. */
const RUNS =
  /\brollout status\b|\bwait[-_]for\b|\buntil\b[^\n]{0,80}\bcurl\b|\bcurl\b[^\n]{0,200}--(?:retry|fail)\b|\bservices-stable\b|\bhealth-?check\b/i;
const WAITING_INPUT = /^wait(?:[-_]?for[-_][\w-]+)?$|^(?:atomic|health[-_]?check.*)$/i;
const LOOKING: ReadonlySet<string> = new Set(['smoke', 'e2e', 'load']);

/** What looks at a deployment while or after it is made; undefined when nothing does. */
export function verificationOf(deploy: ProductDeploy, pipelines: Pipelines): Verification | undefined {
  const { job, tool } = deploy;
  return (
    looked(job.purposes.found) ??
    inSteps(deploy) ??
    later(job, pipelines) ??
    (tool !== undefined && waits(tool, job.purposes.found)
      ? { at: deploy.at, note: `${tool} waits until it runs` }
      : undefined)
  );
}

/** A look at what runs, other than tests before the deployment. */
function looked(found: readonly PurposeFound[]): Verification | undefined {
  const from = found.findIndex(({ purpose }) => purpose === 'deploy');
  const look = found.find(
    ({ purpose }, index) => purpose === 'smoke' || (LOOKING.has(purpose) && from >= 0 && index > from),
  );
  return look && { at: look.at, note: `${look.tool} looks at it` };
}

/** Steps at and behind the one that deploys; in a pipeline that is called all of them. */
function inSteps({ job: own, inner, at: shown }: ProductDeploy): Verification | undefined {
  const from = shown.span?.[0] ?? 0;
  for (const { path, job } of [own, ...inner])
    for (const { name, at, run, calls } of job.steps) {
      if (path === own.path && at[1] <= from) continue;
      const input = Object.entries(calls?.inputs ?? {}).some(
        ([key, value]) => WAITING_INPUT.test(key) && value !== 'false' && value !== '',
      );
      if (input || CALLED.test(name ?? '') || RUNS.test(run?.text ?? ''))
        return {
          at: { path, span: at },
          note: name === undefined ? 'a step looks at it' : `the step ${name} looks at it`,
        };
    }
  return undefined;
}

/** A job after it, or a pipeline that runs after its own. */
function later(job: PipelineJob, pipelines: Pipelines): Verification | undefined {
  const looks = ({ job: { id, name }, purposes }: PipelineJob) =>
    purposes.found.some(({ purpose }) => LOOKING.has(purpose)) || [id, name ?? ''].some((text) => CALLED.test(text));
  const after = pipelines.jobs.find(
    (one) => looks(one) && (runsAfter(one, job) || jobsBefore(one, pipelines).includes(job)),
  );
  return after && { at: after.at, note: `${after.job.id} looks at it afterwards` };
}

const runsAfter = ({ triggers }: PipelineJob, { pipeline }: PipelineJob): boolean =>
  pipeline !== undefined &&
  triggers.some(({ on, pipelines }) => on === 'after' && pipelines?.includes(pipeline) === true);

const waits = (tool: string, found: readonly PurposeFound[]): boolean =>
  WAIT_BY_THEMSELVES.test(tool) ||
  found.some(({ purpose, through }) => purpose === 'deploy' && WAITING_COMMAND.test(through.at(-1) ?? ''));
