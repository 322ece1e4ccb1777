import type { Artifact, JobFacts, Span } from '@shipworthy/rule-kit';

type Workflow = Artifact<'ci-pipeline'>;

interface Base {
  readonly path: string;
  readonly at: Span;
  /** Tells faults of one file apart: the id of the job, or `workflow`. */
  readonly about: string;
}
export type WorkflowFault = Base &
  (
    | {
        readonly what: 'unset';
        readonly jobs: string;
        /** Nothing runs there that others wrote. */
        readonly ownOnly: boolean;
      }
    | { readonly what: 'all'; readonly whose: string }
    | { readonly what: 'proposal'; readonly event: string }
  );

/** More names make a sentence that nobody reads. */
const NAMES_SHOWN = 3;

/** What a workflow of GitHub Actions is allowed too much. `others`: where the workflows it calls are looked up. */
export function workflowFaults(workflow: Workflow, others: readonly Workflow[]): readonly WorkflowFault[] {
  const { facts, path } = workflow;
  return [
    ...(facts.permissions?.all === 'write'
      ? [{ what: 'all' as const, path, at: facts.permissions.at, about: 'workflow', whose: 'all jobs' }]
      : []),
    ...facts.jobs.flatMap((job): WorkflowFault[] =>
      job.permissions?.all === 'write'
        ? [{ what: 'all', path, at: job.permissions.at, about: job.id, whose: `job '${job.id}'` }]
        : [],
    ),
    ...unset(workflow, others),
    ...proposals(workflow),
  ];
}

/** Jobs whose token is what the repository's setting makes it. What only others call has their token. */
function unset({ facts, path }: Workflow, others: readonly Workflow[]): WorkflowFault[] {
  if (facts.callable || facts.permissions) return [];
  const open = facts.jobs.filter((job) => !job.permissions && !isOff(job) && !isScopedWhereCalled(job, others));
  const [first] = open;
  if (!first) return [];
  const names = open.slice(0, NAMES_SHOWN).map(({ id }) => `'${id}'`);
  const rest = open.length > NAMES_SHOWN ? [`${open.length - NAMES_SHOWN} more`] : [];
  const jobs = open.length === facts.jobs.length ? '' : ` in ${[...names, ...rest].join(', ')}`;
  return [
    {
      what: 'unset',
      path,
      at: first.at,
      about: 'workflow',
      jobs,
      ownOnly: open.every((job) => runsNothingOfOthers(job, others)),
    },
  ];
}

/** Actions of the forge itself. */
const OF_FORGE = /^(?:actions|github)\//;
/** Programs (no files such as `main.go`) that bring the code of others along or run it, scripts that may, and what is fetched and run at once. */
const OF_OTHERS =
  /(?:^|[\s;&|({`"'])(?:npm|npx|pnpm|yarn|bunx?|deno|node(?!\s+(?:-[ep]|--eval|--print)\s)|pip3?(?:\.\d+)?|pipx|uvx?|poetry|pdm|conda|python3?(?:\.\d+)?(?!\s+-c\s)|bundle|gem|rake|ruby|go|cargo|mvnw?|gradlew?|sbt|composer|php|dotnet|nuget|docker|podman|make|just|task|brew|apt|apt-get|apk|yum|dnf|nix|helm|terraform|tofu|mix|swift|pod|flutter|dart|pre-commit)(?=$|[\s;&|)}`"'])|(?:^|[|;&(]|\b(?:ba|z)?sh|\bsource|\bexec)\s*[\w./${}-]+\.sh\b|^\s*[\w.-]*\/[\w.-]|(?:^|\s)\.\/|\|\s*(?:sudo\s+)?(?:ba|z)?sh\b/m;

/** A line that goes on with arguments. */
const CONTINUED = /\\\r?\n\s*/g;

/** No action of a third party, no image of others, nothing that installs packages or runs them, here or where it calls. */
function runsNothingOfOthers(job: JobFacts, others: readonly Workflow[]): boolean {
  const called = calledBy(job, others)?.facts.jobs;
  // GitHub lets calls go a few levels deep; a second one is not followed.
  if (job.calls) return called?.every((inner) => inner.calls === undefined && runsNothingOfOthers(inner, [])) ?? false;
  return (
    job.services.length === 0 &&
    job.steps.every(
      ({ calls, run }) =>
        (calls === undefined || OF_FORGE.test(calls.target)) &&
        !OF_OTHERS.test(run?.text.replace(CONTINUED, ' ') ?? ''),
    )
  );
}

/** `if: false`, `if: ${{ false }}`: it never gets a token. */
const isOff = ({ conditions }: JobFacts): boolean =>
  conditions.some(({ text }) => /^\s*(?:\$\{\{\s*)?false(?:\s*\}\})?\s*$/.test(text));

/** The workflow that the job calls says itself what it may do; one of another repository may. */
function isScopedWhereCalled(job: JobFacts, others: readonly Workflow[]): boolean {
  if (!job.calls) return false;
  if (job.calls.where !== 'local') return true;
  const called = calledBy(job, others);
  if (!called) return false;
  return called.facts.permissions !== undefined || called.facts.jobs.every(({ permissions }) => permissions);
}

const calledBy = ({ calls }: JobFacts, others: readonly Workflow[]): Workflow | undefined =>
  calls && others.find(({ path }) => path === calls.path);

/** The head of the proposal, by one of the names an expression has for it. */
const HEAD = /github\.(?:event\.pull_request\.head\.(?:sha|ref)|head_ref)|refs\/pull\/\$\{\{/;
const CHECKOUT = /^actions\/checkout@/;

/**
 * `pull_request_target` that checks out the head and then runs a command. Guarded ones are left alone: a condition, an
 * environment that asks a person, or another job that decides.
 */
function proposals({ facts, path }: Workflow): WorkflowFault[] {
  const trigger = facts.triggers.find(({ event }) => event === 'pull_request_target');
  // A label is put on by somebody who may write here.
  if (!trigger || trigger.types?.every(({ text }) => text === 'labeled' || text === 'closed')) return [];
  return facts.jobs.flatMap((job): WorkflowFault[] => {
    if (job.conditions.length > 0 || job.environment || job.needs.length > 0) return [];
    const index = job.steps.findIndex(
      ({ calls, condition }) =>
        calls && !condition && CHECKOUT.test(calls.target) && HEAD.test(calls.openInputs?.ref ?? ''),
    );
    const step = job.steps[index];
    const runs = job.steps.slice(index + 1).some(({ run }) => run && RUNS_CODE.test(run.text));
    return step && runs ? [{ what: 'proposal', path, at: step.at, about: job.id, event: trigger.event }] : [];
  });
}

/** Commands that run what was checked out. */
const RUNS_CODE =
  /\b(?:npm|pnpm|yarn|bun)\s+(?:ci|i|install|test|run|exec)\b|\bmake\b|\bpip\s+install\s+(?:-e|\.|-r)|\bpytest\b|\bcargo\s+(?:build|test|run)\b|\bgo\s+(?:build|test|run|generate)\b|\bgradlew?\b|\bmvnw?\b|\bbundle\s+(?:install|exec)\b|(?:^|\s)\.\/[\w.-]+/m;
