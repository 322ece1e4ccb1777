import {
  type Artifact,
  type ChangedGuards,
  mayHide,
  type PermissionFacts,
  type PipelineJob,
  type Pipelines,
  type Purpose,
  runsOn,
  servedBy,
  type UnseenCall,
  type Wired,
} from '@shipworthy/rule-kit';
import type { LostGuard } from './guards.ts';

type Sides = ChangedGuards['pipelines'];

/** What stops a mistake before it is merged, in words, and what may do it unseen. */
const CHECKS: readonly {
  readonly purposes: readonly Purpose[];
  readonly name: string;
  readonly hides: 'test' | 'check' | 'secure';
}[] = [
  { purposes: ['unit', 'integration', 'e2e', 'contract'], name: 'tests', hides: 'test' },
  { purposes: ['e2e'], name: 'end-to-end tests', hides: 'test' },
  { purposes: ['contract'], name: 'contract tests', hides: 'test' },
  { purposes: ['lint'], name: 'linting', hides: 'check' },
  { purposes: ['types'], name: 'type checks', hides: 'check' },
  { purposes: ['sast'], name: 'static security analysis', hides: 'secure' },
  { purposes: ['dependency-scan'], name: 'dependency scanning', hides: 'secure' },
  { purposes: ['secret-scan'], name: 'secret scanning', hides: 'secure' },
  { purposes: ['infrastructure-scan'], name: 'infrastructure scanning', hides: 'secure' },
];

/** Checks that stopped changes in the base and stop none in the head. */
export function lostChecks(pipelines: Sides): readonly LostGuard[] {
  const { before, after } = pipelines;
  const tools = new Set(
    after.jobs
      .filter((job) => runsOn(job) === 'change')
      .flatMap(({ purposes }) => purposes.found.filter(({ harmless }) => !harmless).map(({ tool }) => tool)),
  );
  const seen = new Set(unseenOf(before));
  const lost: LostGuard[] = [];
  for (const { purposes, name, hides } of CHECKS) {
    const had = servedBy(before, ...purposes).filter(stops);
    const [was] = had;
    const has = servedBy(after, ...purposes);
    if (!was || has.some(stops) || had.some(({ found }) => tools.has(found.tool))) continue;
    const called = [...new Set(had.map(({ found }) => found.tool))].slice(0, 2).join(', ');
    const harmless = has.find(({ found, when }) => found.harmless && when === 'change');
    const title = name.includes(called) ? name : `${name} (${called})`;
    if (harmless?.found.harmless) lost.push({ kind: 'harmless', name: title, at: harmless.found.harmless });
    else if (!mayHide(after, hides).some(({ of, what }) => OWN.has(of) || !seen.has(what)))
      lost.push({ kind: 'check', name: title, at: has[0]?.found.at ?? { path: was.job.path, absent: true } });
  }
  const [first] = lost;
  // The layers are named once, by their whole.
  return first?.name.startsWith('tests')
    ? lost.filter(({ name }) => !/^(?:end-to-end|contract) tests/.test(name))
    : lost;
}

/**
 * A step of one's own that could not be followed, and is called like what was lost, may go on doing it: `make test` beside a
 * job that went with the tool it tried. What others keep was as much of a riddle before.
 */
const OWN: ReadonlySet<UnseenCall['of']> = new Set(['program', 'script', 'run-time']);

/** What a workflow of another repository does is told by its name alone, which may be that of its owner. */
const OF_OTHERS = /\/\.github\/workflows\//;

const stops = ({ found, when }: Wired): boolean =>
  when === 'change' && found.harmless === undefined && !OF_OTHERS.test(found.tool);

const unseenOf = ({ jobs, unseen }: Pipelines): readonly string[] =>
  [...jobs.flatMap(({ purposes }) => purposes.unseen), ...unseen].map(({ what }) => what);

/** Jobs that deployed behind an environment or a person, and deploy without. */
export function lostApprovals({ before, after }: Sides): readonly LostGuard[] {
  return pairs({ before, after }).flatMap(([was, is]): readonly LostGuard[] => {
    const deploys = ({ purposes }: PipelineJob) => purposes.found.some(({ purpose }) => purpose === 'deploy');
    if (!deploys(was) || !deploys(is)) return [];
    const guarded = ({ job }: PipelineJob) => job.environment !== undefined || job.manual !== undefined;
    return guarded(was) && !guarded(is) ? [{ kind: 'approval', name: is.job.id, at: is.at }] : [];
  });
}

/** Jobs that had a bound on their time and have none. */
export function lostTimeouts(pipelines: Sides): readonly LostGuard[] {
  return pairs(pipelines).flatMap(([was, is]): readonly LostGuard[] =>
    was.job.timeout && !is.job.timeout && is.job.calls === undefined
      ? [{ kind: 'timeout', name: is.job.id, at: is.at }]
      : [],
  );
}

function pairs({ before, after }: Sides): readonly (readonly [PipelineJob, PipelineJob])[] {
  const known = new Map(before.jobs.map((job) => [`${job.path}\n${job.job.id}`, job]));
  return after.jobs.flatMap((job) => {
    const was = known.get(`${job.path}\n${job.job.id}`);
    return was ? [[was, job] as const] : [];
  });
}

/** Workflows that said what their token may do, and leave it to the default or allow everything. */
export function widenedTokens(
  before: readonly Artifact<'ci-pipeline'>[],
  after: readonly Artifact<'ci-pipeline'>[],
): readonly LostGuard[] {
  const known = new Map(before.map((pipeline) => [pipeline.path, pipeline]));
  return after.flatMap(({ path, facts }): readonly LostGuard[] => {
    const was = known.get(path)?.facts;
    if (!was?.permissions || isWide(was.permissions)) return [];
    const open = facts.permissions === undefined && facts.jobs.find(({ permissions }) => permissions === undefined);
    if (open) return [{ kind: 'token', name: path, at: { path, span: open.at } }];
    return isWide(facts.permissions) ? [{ kind: 'token', name: path, at: { path, span: facts.permissions.at } }] : [];
  });
}

const isWide = (permissions: PermissionFacts | undefined): permissions is PermissionFacts =>
  permissions?.all === 'write';
