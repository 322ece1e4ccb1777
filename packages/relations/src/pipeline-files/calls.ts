import type { Artifact, CallFacts, Link, PipelineFiles, RelationContext, StepFacts, Tree } from '@shipworthy/model';
import { mountOf } from '../tree/mount.ts';
import { nearestPath } from './nearest-path.ts';

type Pipeline = Artifact<'ci-pipeline'>;

/** What makes a folder an action. Source: "Metadata syntax for GitHub Actions" of GitHub's documentation. */
const ACTION_FILES = ['action.yml', 'action.yaml', 'Dockerfile'];
const CHECKOUT = /^actions\/checkout@/;
/** Inputs by which a checkout brings something else than this commit to where the job works. */
const OTHER_TREE = ['repository', 'path', 'ref'];
/** Steps and scripts that bring files a repository does not hold. */
const BRINGS_FILES = /^actions\/download-artifact@|^actions\/cache/;
const WRITES_FILES =
  /\bgit\s+(?:clone|checkout|fetch|pull|submodule)\b|\bgh\s+repo\s+clone\b|\b(?:cp|mv|tar|unzip|curl|wget)\b/;

/** The local workflows, actions and files of a pipeline, and whether they are there. */
export function localCalls({ tree }: RelationContext, pipeline: Pipeline): PipelineFiles['calls'] {
  const { facts, path } = pipeline;
  const found: {
    readonly target: string;
    readonly at: { path: string; span: CallFacts['at'] };
    readonly link: Link;
  }[] = [];
  const add = (call: CallFacts, link: (call: CallFacts) => Link): void => {
    if (call.where === 'local') found.push({ target: call.target, at: { path, span: call.at }, link: link(call) });
  };
  for (const include of facts.includes) add(include, (call) => fileLink(tree, path, call));
  for (const job of facts.jobs) {
    if (job.calls) add(job.calls, (call) => fileLink(tree, path, call));
    job.steps.forEach((step, index) => {
      if (step.calls) add(step.calls, (call) => actionLink(tree, pipeline, call, job.steps.slice(0, index)));
    });
  }
  return found;
}

function fileLink(tree: Tree, from: string, { path = '', target, at }: CallFacts): Link {
  if (tree.hasFile(path)) return { state: 'resolved', to: { path }, how: 'called' };
  if (/[*?[{]/.test(path)) return { state: 'unknown', why: `${target} is a pattern` };
  return dangling(tree, from, { path, target, at });
}

function actionLink(tree: Tree, pipeline: Pipeline, call: CallFacts, before: readonly StepFacts[]): Link {
  const { path = '', target } = call;
  const folder = path === '' ? '' : `${path}/`;
  const file = ACTION_FILES.map((name) => folder + name).find((candidate) => tree.hasFile(candidate));
  if (file !== undefined) return { state: 'resolved', to: { path: file }, how: 'called' };
  const why = otherTree(pipeline, path, before);
  return why === undefined
    ? dangling(tree, pipeline.path, { ...call, path: `${folder}action.yml`, target })
    : { state: 'unknown', why, at: { path: pipeline.path, span: call.at } };
}

/** Why the job may work in another tree than this one. */
function otherTree({ facts }: Pipeline, path: string, before: readonly StepFacts[]): string | undefined {
  if (path.startsWith('..')) return 'leads out of the repository';
  if (facts.triggers.some(({ on }) => on === 'called')) return 'is looked for where the caller works';
  for (const { calls, run } of before) {
    const inputs = calls ? Object.keys({ ...calls.inputs, ...calls.openInputs }) : [];
    if (calls && CHECKOUT.test(calls.target) && inputs.some((input) => OTHER_TREE.includes(input)))
      return 'a step before it checks out something else';
    if ((calls && BRINGS_FILES.test(calls.target)) || (run && WRITES_FILES.test(run.text)))
      return 'a step before it brings files';
  }
  // Without a checkout of this repository there is nothing; the step before may be an action that checks out.
  return before.some(({ calls }) => calls && CHECKOUT.test(calls.target)) ? undefined : 'no step before it checks out';
}

function dangling(
  tree: Tree,
  from: string,
  { path, target, at }: Pick<CallFacts, 'path' | 'target' | 'at'> & { readonly path: string },
): Link {
  const mount = mountOf(tree, path);
  if (mount !== undefined)
    return { state: 'unknown', why: `${mount} is a submodule or a link, and not seen`, at: { path: from, span: at } };
  if (tree.ignores(path)) return { state: 'unknown', why: `${path} is ignored by git`, at: { path: from, span: at } };
  const near = nearestPath(path, tree.paths);
  return {
    state: 'dangling',
    at: { path: from, span: at },
    wanted: target,
    lacks: 'file',
    ...(near === undefined ? {} : { nearest: near }),
  };
}
