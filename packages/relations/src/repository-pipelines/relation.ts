import {
  artifactsOf,
  type IdleTarget,
  type PipelineJob,
  type Pipelines,
  type Purpose,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';
import { type BuildTarget, buildTargetsOf } from '../purposes/build-targets.ts';
import { followOf, keyOf } from '../purposes/follow.ts';
import { jobReaderOf } from '../purposes/job-purposes.ts';
import { startsOf } from './callers.ts';
import { pipelinesElsewhere } from './elsewhere.ts';

/** All pipelines of the repository: what their jobs do and when they run. */
export const repositoryPipelines: RelationModule<'repository -> pipelines'> = {
  name: 'repository -> pipelines',
  build(context) {
    return () => pipelinesOf(context);
  },
};

/** The same, for other relations. */
export const pipelinesOf = oncePerContext((context: RelationContext): Pipelines => {
  const own = artifactsOf(context.own, 'ci-pipeline').filter(({ facts }) => facts.dormant === undefined);
  const reader = jobReaderOf(context);
  const starts = startsOf(own);
  const jobs: PipelineJob[] = [];
  const unseen = [...pipelinesElsewhere(context)];
  const reached = new Set<string>();
  for (const pipeline of own) {
    const { path, facts } = pipeline;
    if (facts.read === 'detected')
      unseen.push({
        of: 'pipeline',
        what: path,
        why: `what a pipeline of ${facts.system} does is not read`,
        at: { path },
      });
    // Orbs of CircleCI do something only where a step calls them.
    for (const { target, where, at } of facts.includes)
      if (where !== 'local' && facts.system !== 'circleci')
        unseen.push({
          of: 'pipeline',
          what: target,
          why: 'it is a pipeline of another repository',
          at: { path, span: at },
        });
    const triggers = starts(pipeline);
    for (const job of facts.jobs) {
      const { found, unseen: missed, reached: places } = reader.read(path, job);
      for (const place of places) reached.add(place);
      jobs.push({
        path,
        job,
        at: { path, span: job.at },
        purposes: { found, unseen: missed },
        triggers: job.triggers ?? triggers,
        ...(facts.name === undefined ? {} : { pipeline: facts.name }),
        ...(facts.callable ? { callable: true } : {}),
      });
    }
  }
  const targets = buildTargetsOf(context);
  const isReached = (target: BuildTarget) => reached.has(keyOf(target));
  return {
    jobs,
    unseen,
    reached: targets.all.filter(isReached).map(({ at }) => at),
    idle: targets.all.filter((target) => !isReached(target)).flatMap((target) => idle(target, context)),
  };
});

/** Purposes whose targets a pipeline would run. */
const CHECKS: ReadonlySet<Purpose> = new Set(['unit', 'integration', 'e2e', 'load', 'contract', 'lint', 'types']);
/** What a person runs while writing. */
const BY_HAND = /watch|debug|:ui$|:dev$|^dev|update|open$|:headed|fix|^start|^serve/i;

/** What an unreached target would do, if that is to test or to check. */
function idle(target: BuildTarget, context: RelationContext): readonly IdleTarget[] {
  const { at, folder, commands, name } = target;
  if (commands.length === 0 || BY_HAND.test(name)) return [];
  const found = commands.flatMap(({ text }) => followOf(context)(text, folder, name).found);
  if (!found.some(({ purpose }) => CHECKS.has(purpose))) return [];
  return [{ call: callOf(target), at, folder, found: found.map(({ harmless, ...one }) => ({ ...one, at })) }];
}

const callOf = ({ tool, name }: BuildTarget): string =>
  tool === 'npm' ? (name === 'test' ? 'npm test' : `npm run ${name}`) : `${tool === 'python' ? 'run' : tool} ${name}`;
