import type {
  PipelineJob,
  Pipelines,
  Place,
  Purpose,
  PurposeFound,
  TestLayer,
  TriggerFacts,
  UnseenCall,
} from '@shipworthy/model';

/** When a job runs, from what stops a change to what looks at it afterwards. */
export type RunsOn = 'change' | 'branch' | 'release' | 'schedule' | 'manual' | 'other';
const ORDER: readonly RunsOn[] = ['change', 'branch', 'release', 'schedule', 'manual', 'other'];

/** A branch filter that lets every branch in. */
const ALL_BRANCHES = /^\*{1,2}$|^\/?\.\*\/?$/;

function momentOf({ on, branches, tags }: TriggerFacts): RunsOn {
  switch (on) {
    case 'change-request':
    case 'merge-queue':
      return 'change';
    case 'push':
      if (tags && !branches) return 'release';
      // Every branch is pushed before it is merged.
      return !branches || branches.some(({ text }) => ALL_BRANCHES.test(text)) ? 'change' : 'branch';
    case 'tag':
    case 'release':
      return 'release';
    case 'schedule':
      return 'schedule';
    case 'manual':
      return 'manual';
    default:
      return 'other';
  }
}

/** The earliest moment at which a job runs. `change`: on change requests, in a merge queue, or on pushes to any branch. */
export function runsOn({ triggers }: Pick<PipelineJob, 'triggers'>): RunsOn {
  const moments = triggers.map(momentOf);
  return ORDER.find((moment) => moments.includes(moment)) ?? 'other';
}

/** A purpose together with the job that serves it. */
export interface Wired {
  readonly job: PipelineJob;
  readonly found: PurposeFound;
  readonly when: RunsOn;
}

/** Everything that pipelines do which `wanted` takes, what stops changes first. Of callable pipelines, what calls them. */
export function wired(pipelines: Pipelines, wanted: (found: PurposeFound) => boolean): readonly Wired[] {
  const all = pipelines.jobs.flatMap((job) => {
    const served = job.purposes.found.filter(wanted);
    if (served.length === 0) return [];
    const when = runsOn(job);
    return served.map((found) => ({ job, found, when }));
  });
  return all.sort((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when));
}

/** Everything that pipelines do for a purpose. */
export const servedBy = (pipelines: Pipelines, ...purposes: readonly Purpose[]): readonly Wired[] =>
  wired(pipelines, ({ purpose }) => purposes.includes(purpose));

/**
 * Where one of these programs (`spectral`, `promtool`) looks at changes and can stop them: what a rule that asks the same
 * may take as its evidence. Undefined when none does.
 */
export function checkedBy(
  pipelines: Pipelines,
  programs: readonly string[],
): { readonly tool: string; readonly at: Place } | undefined {
  const names = new Set(programs);
  const [first] = wired(
    pipelines,
    ({ tool, harmless }) =>
      harmless === undefined &&
      programs.some((program) => tool.includes(program)) &&
      tool.split(/[/@:]|-action\b|\baction-/).some((part) => names.has(part)),
  );
  return first?.when === 'change' ? { tool: first.found.tool, at: first.found.at } : undefined;
}

/** What may be hidden in something that could not be followed: by its whole name, and by the name of a program or file. */
interface Hint {
  /** Words of a pipeline or an action. */
  readonly call: RegExp;
  /** Words of a command; stricter, because commands are many. */
  readonly command: RegExp;
}
const HINTS = {
  test: {
    call: /test|spec|verif|validat|suite|quality|(?:^|[^a-z])(?:ci|e2e|all|build|run|checks?)(?:[^a-z]|$)/i,
    command:
      /test|(?:^|[^a-z])(?:specs?|e2e|suite|smoke)(?:[^a-z]|$)|(?:^|[\s/])(?:ci|checks?|all|run|build|verify|validate|quality)(?:\.\w+)?(?:\s|$)/i,
  },
  check: {
    call: /lint|format|style|static|type|pre-?commit|quality|(?:^|[^a-z])(?:ci|checks?|verify|validate|all)(?:[^a-z]|$)/i,
    command:
      /lint|format|style|static|type-?check|pre-?commit|quality|(?:^|[\s/])(?:ci|checks?|verify|validate|all)(?:\.\w+)?(?:\s|$)/i,
  },
  secure: {
    call: /secur|scan|sast|audit|vuln|depend|secret|leak|snyk|trivy|quality|(?:^|[^a-z])(?:ci|all)(?:[^a-z]|$)/i,
    command:
      /secur|scan|sast|audit|vuln|secrets?[-_ ]?(?:scan|detect|check)|leak|(?:^|[\s/])(?:ci|all)(?:\.\w+)?(?:\s|$)/i,
  },
  build: {
    call: /build|publish|release|package|image|container|docker|push|artifact|deploy|(?:^|[^a-z])(?:ci|cd|all)(?:[^a-z]|$)/i,
    command: /build|publish|release|package|image|push|(?:^|[\s/])(?:ci|cd|all)(?:\.\w+)?(?:\s|$)/i,
  },
  deploy: {
    call: /deploy|release|publish|rollout|promote|ship|(?:^|[^a-z])cd(?:[^a-z]|$)/i,
    command: /deploy|release|publish|rollout|promote/i,
  },
} as const satisfies Readonly<Record<string, Hint>>;
/** What a call is for by its own name. */
const OTHER_WORK =
  /codeql|stale|label|triage|welcome|greet|cla\b|assign|project|backport|changelog|renovate|dependabot|docs?\b|pages|notif|slack|comment|sync|cleanup|translat|i18n|crowdin|sponsor|lock|cherry|gh-aw|copilot|claude|agent/i;
/** The same, unless it is asked for. */
const SECURITY = /secret|secur|scan|audit|sbom|vuln/i;

/**
 * What could not be seen and may do what is asked for, so that its absence is not known. Jobs that run at none of `when`
 * are left out.
 */
export function mayHide(
  pipelines: Pipelines,
  what: keyof typeof HINTS,
  when: readonly RunsOn[] = ORDER,
): readonly UnseenCall[] {
  const { call, command } = HINTS[what];
  const inJobs = pipelines.jobs
    .filter((job) => when.includes(runsOn(job)))
    .flatMap(({ purposes }) => purposes.unseen)
    .filter(({ of, what: said }) => {
      // A whole job or workflow may do anything that its name does not deny.
      if (of === 'pipeline' && what !== 'deploy') return true;
      return (of === 'pipeline' || of === 'action' ? call : command).test(said);
    })
    .filter((one) => !OTHER_WORK.test(one.what) && (what === 'secure' || !SECURITY.test(one.what)));
  return [...inJobs, ...pipelines.unseen];
}

/** What looks after the forge, the history or what is taken from others, without building or trying anything. */
const TENDING: ReadonlySet<Purpose> = new Set(['sast', 'dependency-scan', 'secret-scan', 'housekeeping']);

/**
 * Pipelines that tend the repository and run nothing of it: actions that review dependencies, label or comment. What builds
 * and tries it is missing or kept elsewhere. False when there are none, when a step has a command, and when something could
 * not be followed.
 */
export const onlyTends = ({ jobs, unseen }: Pipelines): boolean =>
  jobs.length > 0 &&
  unseen.length === 0 &&
  jobs.every(
    ({ job: { steps }, purposes }) =>
      steps.every(({ run, calls }) => run === undefined && calls?.where !== 'local') &&
      purposes.found.every(({ purpose }) => TENDING.has(purpose)) &&
      purposes.unseen.every(({ of, what }) => of === 'action' && (OTHER_WORK.test(what) || SECURITY.test(what))),
  );

/** The job in which something that is missing would be added: the first that runs on changes, or the first of all. */
export function jobToExtend({ jobs }: Pipelines): PipelineJob | undefined {
  const own = jobs.filter(({ callable }) => callable !== true);
  return own.find((job) => runsOn(job) === 'change') ?? own[0] ?? jobs[0];
}

/** Purposes that are layers of tests. */
export const isTest = ({ purpose }: PurposeFound): boolean => (LAYERS as readonly Purpose[]).includes(purpose);
const LAYERS: readonly TestLayer[] = ['unit', 'integration', 'e2e', 'load', 'contract'];
