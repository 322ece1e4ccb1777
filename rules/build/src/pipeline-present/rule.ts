import {
  type Artifact,
  all,
  BUILT,
  defineRule,
  type JobFacts,
  link,
  onlyTends,
  type Place,
  type TriggerFacts,
} from '@shipworthy/rule-kit';

/** What shows that changes are tried: before they are merged, or as they come. */
const BY_CHANGE: ReadonlySet<TriggerFacts['on']> = new Set(['change-request', 'merge-queue', 'push']);

/** Its system finds it, and not only others call it. */
const startsByItself = ({ facts }: Artifact<'ci-pipeline'>): boolean =>
  facts.dormant === undefined && (facts.read === 'detected' || facts.triggers.some(({ on }) => on !== 'called'));

/** Does a change start at least one job? A job that says nothing of its own starts with its pipeline. */
function runsOnChange({ facts }: Artifact<'ci-pipeline'>): boolean {
  const byChange = (triggers: readonly TriggerFacts[]) => triggers.some(({ on }) => BY_CHANGE.has(on));
  if (facts.jobs.length === 0) return facts.includes.length > 0 && byChange(facts.triggers);
  return facts.jobs.some((job: JobFacts) => byChange(job.triggers ?? facts.triggers));
}

/** What starts it, by a change if that does. */
function placeOf({ path, facts: { triggers } }: Artifact<'ci-pipeline'>): Place {
  const trigger = triggers.find(({ on }) => BY_CHANGE.has(on)) ?? triggers[0];
  return { path, ...(trigger ? { span: trigger.at } : {}) };
}

export default defineRule({
  id: 'pipeline/present',
  title: 'Changes are built and tried by a pipeline',
  stages: ['build'],
  qualities: ['maintainability', 'reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'repository',
  presence: {
    asked: BUILT,
    hinted: ['collection'],
    kinds: ['ci-pipeline'],
  },
  needs: {
    pipelines: all('ci-pipeline'),
    together: link('repository -> pipelines'),
  },
  messages: {
    none: 'No pipeline is configured here. The only proof that this works is the machine of whoever changed it last: run the build and the tests on every change, even if that is all it does. If they run elsewhere, `shipworthy explain pipeline/present` shows how to say so.',
    idle: 'No change starts {any} here; all of it runs by schedule, by tag or by hand. A mistake is found when somebody looks, not when it is made: run the build and the tests on every change as well.',
    tends:
      'The only proof that this works is the machine of whoever changed it last: {tending}, and nothing builds or tries the repository. Run the build and the tests on every change. If they run elsewhere, `shipworthy explain pipeline/present` shows how to say so.',
  },
  check(repository, { given, gap, pass, unknown, fault, gaps }) {
    const awake = given.pipelines.filter(startsByItself);
    const [tending, ...more] = awake;
    if (tending && onlyTends(given.together)) {
      const name = tending.path.slice(tending.path.lastIndexOf('/') + 1);
      const what =
        more.length === 0
          ? `${name} looks after other things`
          : `${awake.length} pipelines like ${name} look after other things`;
      return gap('tends', placeOf(tending), { tending: what });
    }
    const seen = awake.find(runsOnChange) ?? awake.find(({ facts }) => facts.read === 'detected');
    if (seen) {
      return pass(placeOf(seen));
    }
    const [elsewhere] = given.together.unseen;
    if (elsewhere) return unknown(elsewhere.why, elsewhere.at);
    const [first, ...others] = awake;
    if (!first) return gap('none', repository.at('.github/workflows'));
    return gaps(
      [
        fault(
          'idle',
          placeOf(first),
          { any: others.length === 0 ? 'the pipeline' : `any of the ${awake.length} pipelines` },
          { related: others.map(({ path }) => ({ at: { path } })) },
        ),
      ],
      repository.at(),
    );
  },
});
