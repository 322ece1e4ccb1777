import {
  artifactsOf,
  type CallFacts,
  type CiPipelineFacts,
  type JobFacts,
  type JobPurposes,
  type Place,
  type PurposeFound,
  type RelationContext,
  type StepFacts,
  type UnseenCall,
} from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';
import { ACTIONS, PREPARES } from './actions.ts';
import { followOf } from './follow.ts';
import { within } from './look-up.ts';
import type { Findings as Followings } from './trail.ts';

/** Where reading has come to within a job. */
interface Trail {
  /** The step or call of the job. */
  readonly at: Place;
  readonly through: readonly string[];
  readonly folder: string | undefined;
  readonly harmless?: Place;
  /** What the caller hands to an action or a pipeline, by the name of the input: a value for each run of a matrix. */
  readonly inputs?: Values;
}
type Values = Readonly<Record<string, readonly string[]>>;
interface Findings {
  readonly found: PurposeFound[];
  readonly unseen: JobPurposes['unseen'][number][];
  readonly reached: Set<string>;
}

export interface JobReader {
  /** What a job does, with the targets of build scripts that it leads to. */
  read(path: string, job: JobFacts): JobPurposes & { readonly reached: ReadonlySet<string> };
}

/** Reusable workflows and composite actions that call each other; the forge itself allows ten levels. */
const MAX_CALLS = 10;
/** Words of the name of an action or pipeline that show it may do what a rule asks for. */
const RELEVANT =
  /(?:^|[^a-z])(?:tests?|testing|lint(?:er|ers|ing)?|checks?|scan(?:ner|ning)?|audit|deploy(?:ment|s)?|releases?|publish|builds?|ci|cd|e2e|verify|validate|quality|security)(?:[^a-z]|$)/i;

/** Reads jobs: their scripts, their actions, and the pipelines of the repository that they call. */
export const jobReaderOf = oncePerContext((context: RelationContext): JobReader => {
  const follow = followOf(context);
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
    if (job.calls) callInto(job.calls, handed(job.calls, job, inside), into, depth, true);
    const looksBack = job.steps.some(({ condition, run }) =>
      LOOKS_BACK.test(`${condition?.text ?? ''} ${run?.text ?? ''}`),
    );
    for (const step of job.steps) stepInto(path, job, looksBack ? forgiving(step) : step, inside, into, depth);
  }

  function stepInto(path: string, job: JobFacts, step: StepFacts, trail: Trail, into: Findings, depth: number): void {
    // Inside a call every place is that of the call: it is what the job shows.
    const at = depth === 0 ? { path, span: step.run?.at ?? step.calls?.at ?? step.at } : trail.at;
    const folder = step.folder === undefined ? trail.folder : within('', step.folder);
    const harmless = trail.harmless ?? always(path, step.mayFail);
    const inside = { ...trail, at, folder, ...(harmless ? { harmless } : {}) };
    if (step.run)
      for (const one of variants(step.run.text, valuesFor(job, trail), step.folder))
        take(follow(one.text, one.folder === undefined ? trail.folder : within('', one.folder)), inside, into);
    if (step.calls) callInto(step.calls, handed(step.calls, job, inside), into, depth);
  }

  function callInto(call: CallFacts, trail: Trail, into: Findings, depth: number, whole = false): void {
    const at = depth === 0 ? { path: trail.at.path, span: call.at } : trail.at;
    const through = [...trail.through, call.target];
    const miss = (of: UnseenCall['of'], why: string) => void into.unseen.push({ of, what: call.target, why, at });
    if (call.where === 'local') {
      const target = callable.get(call.path ?? '');
      if (!target) {
        if (call.path !== undefined && RELEVANT.test(call.path))
          miss('script', 'it is an action whose program was not read');
      } else if (depth >= MAX_CALLS) miss('script', 'the calls go on for too long');
      else if (target.facts.read === 'detected') miss('pipeline', 'what this pipeline does is not read');
      else for (const job of target.facts.jobs) jobInto(target.path, job, { ...trail, at, through }, into, depth + 1);
      return;
    }
    if (call.where === 'templated') {
      miss('run-time', 'what is called is only known when it runs');
      return;
    }
    const name = call.target.replace(/@[^@/]*$/, '');
    const uses = ACTIONS.filter(({ action, input }) => {
      if (!action.test(name)) return false;
      const value = input === undefined ? undefined : call.inputs[input.name];
      return input === undefined || (value === undefined ? input.otherwise : input.value.test(value));
    });
    for (const purpose of new Set(uses.flatMap(({ purposes }) => purposes)))
      into.found.push({
        purpose,
        at,
        tool: name.toLowerCase(),
        through,
        ...(trail.folder === undefined ? {} : { folder: trail.folder }),
        ...(trail.harmless ? { harmless: trail.harmless } : {}),
      });
    const image = IMAGE_ACTION.test(name) ? imageCommand(call.inputs) : [];
    for (const script of [...image, ...scriptsHandedTo(name, call.inputs)])
      take(follow(script, trail.folder), { ...trail, at, through }, into);
    if (OF_PIPELINES.test(name)) miss('pipeline', 'it is a workflow of another repository');
    else if (whole && uses.length === 0) miss('pipeline', 'it is a job of another repository');
    else if (uses.length === 0 && mayDoMore(name, call)) miss('action', 'what this action does is not known');
  }

  return {
    read(path, job) {
      const key = `${path}:${job.id}`;
      const before = known.get(key);
      if (before) return before;
      const into: Findings = { found: [], unseen: [], reached: new Set() };
      jobInto(path, job, { at: { path, span: job.at }, through: [], folder: '' }, into, 0);
      const answer = { found: into.found, unseen: into.unseen, reached: into.reached };
      known.set(key, answer);
      return answer;
    },
  };
});

function take({ found, unseen, reached }: Followings, trail: Trail, into: Findings): void {
  for (const { through, harmless, ...rest } of found) {
    const passedOver = trail.harmless ?? (harmless ? trail.at : undefined);
    into.found.push({
      ...rest,
      at: trail.at,
      through: [...trail.through, ...through],
      ...(passedOver ? { harmless: passedOver } : {}),
    });
  }
  for (const one of unseen) into.unseen.push({ ...one, at: trail.at });
  for (const place of reached) into.reached.add(place);
}

/** Inputs by which an action is handed a script: that of an emulator, of a retry, of a remote shell. */
const SCRIPT_INPUT = /^(?:run|script|command|cmd|commands|start|build|test-command|test_command)$/i;
/** Actions that run one program with the arguments they are given. */
const PROGRAM_OF: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^gradle\/(?:gradle-build-action|actions)|^burrunan\/gradle|^eskatos\/gradle/i, 'gradle', ['arguments']],
  [/^actions-rs\/cargo|^clechasseur\/rs-cargo/i, 'cargo', ['command', 'args']],
  [/^borales\/actions-yarn/i, 'yarn', ['cmd']],
  [/^bahmutov\/npm-install/i, 'npm', []],
  [/^devcontainers\/ci/i, '', ['runCmd']],
  [/^cachix\/|^nixbuild\//i, '', []],
  [/^(?:s4u|samuelmeuli)\/maven|^stCarolas/i, 'mvn', ['goals', 'maven-args']],
  [/^arduino\/|^actions\/github-script|^cypress-io\//i, '', []],
];

const IMAGE_ACTION = /^(?:docker\/build-push-action|redhat-actions\/buildah-build|depot\/build-push-action)$/i;

/** What such an action does as a command, so that the recipe is followed. */
function imageCommand({ context = '.', file }: CallFacts['inputs']): readonly string[] {
  const folder = context.replace(/^\{\{.*$/, '.');
  return [`docker build ${file === undefined ? '' : `-f "${file}" `}"${folder}"`];
}

const OF_PIPELINES = /\.github\/workflows\//;

/** An action that is not known and may do what a rule asks for, by what it is called. */
function mayDoMore(name: string, { where }: CallFacts): boolean {
  if (PROGRAM_OF.some(([pattern]) => pattern.test(name))) return false;
  // The name of the owner tells nothing of the action.
  const own = name.replace(/^[^/]+\//, '');
  return RELEVANT.test(own) || (where !== 'image' && !PREPARES.test(name));
}

/** Scripts among the inputs of an action. */
function scriptsHandedTo(action: string, inputs: CallFacts['inputs']): readonly string[] {
  const special = PROGRAM_OF.find(([pattern]) => pattern.test(action));
  if (special) {
    const [, program, names] = special;
    const words = names.flatMap((name) => inputs[name] ?? []);
    return words.length > 0 ? [[program, ...words].join(' ').trim()] : [];
  }
  return Object.entries(inputs).flatMap(([name, text]) =>
    SCRIPT_INPUT.test(name) && !/^https?:/.test(text) ? [text] : [],
  );
}

/** A later step that asks how an earlier one ended: it fails the job after the reports are written. */
const LOOKS_BACK = /\.(?:outcome|conclusion)\b/;
const forgiving = ({ mayFail, ...step }: StepFacts): StepFacts => step;

/** Runs of one step that a matrix makes which are read. */
const MAX_VARIANTS = 40;
/** Names in one step that are replaced. */
const MAX_NAMES = 3;
const REFERENCE = /\$\{\{\s*((?:matrix|inputs)\.[\w-]+)\s*\}\}/g;
type ValuesOf = (reference: string) => readonly string[] | undefined;

const valuesFor =
  ({ matrix }: JobFacts, { inputs }: Pick<Trail, 'inputs'>): ValuesOf =>
  (reference) => {
    const [context, name = ''] = reference.split('.', 2);
    const values = (context === 'matrix' ? matrix : inputs) ?? {};
    return Object.hasOwn(values, name) ? values[name] : undefined;
  };

/** The trail into a call, with the values that it is given. */
function handed<T extends Pick<Trail, 'inputs'>>(call: CallFacts, job: JobFacts, trail: T): T {
  if (call.where !== 'local') return trail;
  const valuesOf = valuesFor(job, trail);
  const inputs = Object.fromEntries(
    Object.entries({ ...call.inputs, ...call.openInputs }).map(([name, text]) => [
      name,
      variants(text, valuesOf, undefined).map((variant) => variant.text),
    ]),
  );
  return { ...trail, inputs };
}

/**
 * A script once for each value of the matrix and the inputs that it and its folder use; as it is where values are not
 * known.
 */
function variants(
  text: string,
  valuesOf: ValuesOf,
  folder: string | undefined,
): readonly { readonly text: string; readonly folder: string | undefined }[] {
  let all = [{ text, folder }];
  for (let round = 0; round < MAX_NAMES; round++) {
    const [one] = all;
    const reference = [...`${one?.folder ?? ''} ${one?.text ?? ''}`.matchAll(REFERENCE)]
      .map((match) => match[1] ?? '')
      .find((name) => (valuesOf(name)?.length ?? 0) > 0);
    const values = reference === undefined ? undefined : valuesOf(reference);
    if (!reference || !values || values.length * all.length > MAX_VARIANTS) return all;
    const written = new RegExp(`\\$\\{\\{\\s*${reference.replace('.', '\\.')}\\s*\\}\\}`, 'g');
    all = all.flatMap((variant) =>
      values.map((value) => ({
        text: variant.text.replace(written, () => value),
        folder: variant.folder?.replace(written, () => value),
      })),
    );
  }
  return all;
}

const always = (path: string, mayFail: JobFacts['mayFail']): Place | undefined =>
  mayFail?.how === 'always' ? { path, span: mayFail.at } : undefined;
