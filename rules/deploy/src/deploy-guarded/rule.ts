import { all, defineRule, link, OPERATED, profile } from '@shipworthy/rule-kit';
import { saysDeploy } from '../deploy-words.ts';
import { guardOf } from '../guards.ts';
import { toolsOfProduct } from '../operated.ts';
import { type ProductDeploy, productDeploys } from '../product-deploys.ts';

/** Other jobs that are named beside the first. */
const MAX_RELATED = 10;

export default defineRule({
  id: 'deploy/guarded',
  title: 'Something stands between a commit and the users',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: OPERATED,
    hinted: ['infrastructure'],
  },
  needs: {
    pipelines: link('repository -> pipelines'),
    deployments: all('deployment'),
    tools: all('release-tool'),
    profile: profile(),
  },
  messages: {
    none: '{job} deploys straight to where the users are: no environment, no stage before it, nobody who starts it, no release in part. A bad commit reaches every user in minutes. {mend}.',
    several:
      '{job} and {others} more deploy straight to where the users are: no environment, no stage before them, nobody who starts them, no release in part. A bad commit reaches every user in minutes. {mend}.',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const { pipelines, deployments } = given;
    const deploys = productDeploys(pipelines);
    const production = deploys.filter(({ stage }) => stage === 'production');
    if (production.length === 0) {
      if (deploys.length > 0) return skip('the jobs here deploy to other stages than that of the users');
      const [tool] = toolsOfProduct(given.tools, given.profile).filter(({ facts }) => facts.does.includes('deploys'));
      return skip(tool ? `no job here deploys it, ${tool.facts.tool} does` : 'no job here deploys it');
    }
    const releasesThemselves = given.tools.some(({ facts }) => facts.notes === 'releases');
    const around = { pipelines, deploys, deployments, releasesThemselves };
    const judged = production.map((deploy) => ({ deploy, guard: guardOf(deploy, around) }));
    const open = judged.flatMap(({ deploy, guard }) => (guard ? [] : [deploy]));
    // The one that says that it deploys is the one to mend; a build that uploads files is named beside it.
    const here = open.filter(({ elsewhere }) => !elsewhere);
    const first = here.find(({ job }) => [job.job.id, job.job.name ?? ''].some(saysDeploy)) ?? here[0];
    const others = here.filter((one) => one !== first);
    if (!first) {
      const [remote] = open;
      if (remote) return unknown('a pipeline that is not here deploys it, which may ask somebody first', remote.job.at);
      const [guard] = judged.flatMap((one) => one.guard ?? []);
      return guard ? pass(guard.at, guard.note) : skip('no job here deploys it');
    }
    const values = { job: `${first.job.job.id} in ${first.job.path}`, mend: mendOf(first) };
    const related = others.slice(0, MAX_RELATED).map(({ job }) => ({ at: job.at, message: 'deploys as well' }));
    const found =
      others.length === 0
        ? fault('none', first.job.at, values)
        : fault('several', first.job.at, { ...values, others: others.length }, { related });
    return gaps([found], first.job.at);
  },
});

function mendOf({ job }: ProductDeploy): string {
  if (/(?:^|\/)\.gitlab-ci/.test(job.path))
    return 'Add `environment: production` and `when: manual`, or a job before it that deploys to staging';
  if (job.path.startsWith('.circleci/'))
    return 'Let it require a job of `type: approval`, or one that deploys to staging';
  return 'Add `environment: production` to it, or a job it needs that deploys to staging';
}
