import {
  artifactsOf,
  type CallFacts,
  type CiPipelineFacts,
  type JobFacts,
  type JobPurposes,
  type Place,
  type RelationContext,
  type StepFacts,
} from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';
import { ACTIONS, PREPARES } from './actions.ts';
import { type Findings, followerOf, type Trail, within } from './follow.ts';

export interface JobReader {
  /** What a job does, with the targets of build scripts that it leads to. */
  read(path: string, job: JobFacts): JobPurposes & { readonly reached: ReadonlySet<string> };
}

/** Reusable workflows and composite actions that call each other; the forge itself allows ten levels. */
const MAX_CALLS = 10;
const RELEVANT =
  /test|lint|check|scan|audit|deploy|release|publish|build|(?:^|[-_/])ci(?:[-_/]|$)|e2e|verify|quality|security/i;

/** Reads jobs: their scripts, their actions, and the pipelines of the repository that they call. */
export const jobReaderOf = oncePerContext((context: RelationContext): JobReader => {
  const follower = followerOf(context);
  const callable = new Map<string, { readonly path: string; readonly facts: CiPipelineFacts }>();
  for (const { path, facts } of artifactsOf(context.inventory, 'ci-pipeline')) {
    callable.set(path, { path, facts });
    // A composite action is called by its folder.
    const folder = /^(.*?)\/?action\.ya?ml$/.exec(path)?.[1];
    if (folder !== undefined) callable.set(folder, { path, facts });
  }
  const known = new Map<string, JobPurposes & { readonly reached: ReadonlySet<string> }>();

  function jobInto(path: string, job: JobFacts, trail: Trail, into: Findings, depth: number): void {
    const harmless = trail.harmless ?? always(path, job.mayFail);
    const inside = { ...trail, ...(harmless ? { harmless } : {}) };
    if (job.calls) callInto(job.calls, inside, into, depth);
    for (const step of job.steps) stepInto(path, step, inside, into, depth);
  }

  function stepInto(path: string, step: StepFacts, trail: Trail, into: Findings, depth: number): void {
    // Inside a call every place is that of the call: it is what the job shows.
    const at = depth === 0 ? { path, span: step.run?.at ?? step.calls?.at ?? step.at } : trail.at;
    const folder = step.folder === undefined ? trail.folder : within('', step.folder);
    const harmless = trail.harmless ?? always(path, step.mayFail);
    const inside = { ...trail, at, folder, ...(harmless ? { harmless } : {}) };
    if (step.run) follower.script(step.run.text, inside, into);
    if (step.calls) callInto(step.calls, inside, into, depth);
  }

  function callInto(call: CallFacts, trail: Trail, into: Findings, depth: number): void {
    const at = depth === 0 ? { path: trail.at.path, span: call.at } : trail.at;
    const through = [...trail.through, call.target];
    const miss = (why: string) => void into.unseen.push({ what: call.target, why, at });
    if (call.where === 'local') {
      const target = callable.get(call.path ?? '');
      if (!target) {
        if (call.path !== undefined && RELEVANT.test(call.path)) miss('it is an action whose program was not read');
      } else if (depth >= MAX_CALLS) miss('the calls go on for too long');
      else if (target.facts.read === 'detected') miss('what this pipeline does is not read');
      else for (const job of target.facts.jobs) jobInto(target.path, job, { ...trail, at, through }, into, depth + 1);
      return;
    }
    if (call.where === 'templated') {
      miss('what is called is only known when it runs');
      return;
    }
    const name = call.target.replace(/@[^@/]*$/, '');
    const uses = ACTIONS.filter(({ action, input }) => {
      if (!action.test(name)) return false;
      const value = input === undefined ? undefined : call.inputs[input.name];
      return input === undefined || (value === undefined ? input.otherwise : input.value.test(value));
    });
    for (const { purposes } of uses)
      for (const purpose of purposes)
        into.found.push({
          purpose,
          at,
          tool: name.toLowerCase(),
          through,
          ...(trail.folder === undefined ? {} : { folder: trail.folder }),
          ...(trail.harmless ? { harmless: trail.harmless } : {}),
        });
    for (const [input, text] of Object.entries(call.inputs))
      if (SCRIPT_INPUT.test(input) && !/^https?:/.test(text)) follower.script(text, { ...trail, at, through }, into);
    if (uses.length === 0 && (/\.github\/workflows\//.test(name) || RELEVANT.test(name) || !PREPARES.test(name)))
      miss(
        /\.github\/workflows\//.test(name)
          ? 'it is a workflow of another repository'
          : 'what this action does is not known',
      );
  }

  return {
    read(path, job) {
      const key = `${path}:${job.id}`;
      const before = known.get(key);
      if (before) return before;
      const into: Findings = { found: [], unseen: [], reached: new Set() };
      jobInto(path, job, { at: { path, span: job.at }, through: [], folder: '', hint: '' }, into, 0);
      const answer = { found: into.found, unseen: into.unseen, reached: into.reached };
      known.set(key, answer);
      return answer;
    },
  };
});

/** Inputs by which an action is handed a script: that of an emulator, of a retry, of a remote shell. */
const SCRIPT_INPUT =
  /^(?:run|script|command|cmd|commands|start|build|test-command|options|args|arguments|goals|tasks?)$/i;

const always = (path: string, mayFail: JobFacts['mayFail']): Place | undefined =>
  mayFail?.how === 'always' ? { path, span: mayFail.at } : undefined;
