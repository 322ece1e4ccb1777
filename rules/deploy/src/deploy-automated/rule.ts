import { all, type DeploymentForm, defineRule, isTest, link, mayHide, profile, servedBy } from '@shipworthy/rule-kit';
import { deployPageOf, manualStepsOf } from '../manual-steps.ts';
import { toolsOfProduct } from '../operated.ts';
import { productDeploys, pushesImage } from '../product-deploys.ts';

/** What is deployed by whoever reads the file: a platform, or GitOps. */
const BY_THEMSELVES: ReadonlySet<DeploymentForm> = new Set([
  'nais',
  'argo-cd',
  'flux',
  'procfile',
  'fly',
  'render',
  'railway',
  'vercel',
  'netlify',
  'heroku',
  'cloudflare',
  'cloud-foundry',
  'app-engine',
  'serverless',
  'kamal',
]);

/** Pages about the product, which are no way to its users. */
const DOCUMENTATION = /docs?(?:[^a-z]|$)|documentation|storybook|blog/i;

export default defineRule({
  id: 'deploy/automated',
  title: 'A machine brings releases to where they run',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: ['service', 'web-app', 'data-pipeline', 'infrastructure'] },
  needs: {
    pipelines: link('repository -> pipelines'),
    tools: all('release-tool'),
    deployments: all('deployment'),
    documents: all('document'),
    profile: profile(),
  },
  messages: {
    manual:
      '{page} tells a person how to deploy (`{command}`), and nothing here does it by itself. One night a step is skipped: put the commands in a workflow that somebody starts with a button.',
    unsaid:
      'Nothing here says how this gets to where it runs: no job that deploys, no platform, no page. Whoever must bring a fix out at night has to find that out first. `shipworthy explain deploy/automated` shows how to say where it is done.',
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const { pipelines, deployments, documents } = given;
    const deploys = productDeploys(pipelines);
    const [production] = deploys.filter(({ stage }) => stage === 'production');
    if (production)
      return pass(production.at, production.elsewhere ? 'by what it asks of another repository' : production.tool);
    const tool = toolsOfProduct(given.tools, given.profile).find(({ facts }) => facts.does.includes('deploys'));
    if (tool)
      return pass({ path: tool.path, ...(tool.facts.at ? { span: tool.facts.at } : {}) }, `by ${tool.facts.tool}`);
    const platform = deployments.find(
      ({ facts, pathClass }) => pathClass !== 'example' && BY_THEMSELVES.has(facts.form),
    );
    if (platform) return pass({ path: platform.path }, `by ${platform.facts.form}`);
    const { archetypes } = given.profile;
    const [site] = servedBy(pipelines, 'documentation').filter(
      ({ job, found }) => /pages/.test(found.tool) && ![job.path, job.job.id].some((name) => DOCUMENTATION.test(name)),
    );
    if (site && archetypes.some(({ name }) => name === 'web-app')) return pass(site.found.at, `by ${site.found.tool}`);
    if (archetypes.some(({ name }) => name === 'shipped-component')) return skip('others install it and deploy it');
    const [stage] = deploys;
    if (stage)
      return unknown('jobs here deploy to other stages; what brings it to its users is not here', stage.job.at);
    const [hidden] = [...mayHide(pipelines, 'deploy'), ...mayHide(pipelines, 'build', ['branch', 'release', 'manual'])];
    if (hidden) return unknown(`${hidden.what} may deploy it: ${hidden.why}`, hidden.at);
    const steps = manualStepsOf(documents);
    const runs = archetypes.some(({ name }) => name === 'service' || name === 'web-app' || name === 'data-pipeline');
    if (!runs) return unknown('nothing here applies it; that may be done from another place');
    if (steps) return gaps([fault('manual', steps.at, { page: steps.path, command: steps.first })], steps.at);
    const [image] = servedBy(pipelines, 'publish').filter(({ job }) => job.callable !== true);
    const pushed = pipelines.jobs.find(pushesImage);
    if (pushed) return unknown('an image is pushed; what runs it is kept elsewhere', pushed.at);
    if (image) return unknown(`${image.found.tool} publishes it; what runs it is kept elsewhere`, image.found.at);
    const spoken = deployPageOf(documents);
    if (spoken) return unknown('a page speaks of deploying; whether a machine does it is not seen', spoken);
    const manifest = deployments.find(({ facts, pathClass }) => pathClass !== 'example' && facts.form !== 'compose');
    if (manifest) return unknown('what applies its manifests is kept elsewhere', { path: manifest.path });
    // Where not even tests run here, its pipelines are kept elsewhere, or pipeline/present says that there are none.
    if (!pipelines.jobs.some(({ purposes }) => purposes.found.some((one) => isTest(one) || one.purpose === 'build')))
      return unknown('no pipeline here tests or builds it either; they may be kept elsewhere');
    return gaps([fault('unsaid', repository.at('.github/workflows'), {}, { severity: 'info' })], repository.at());
  },
});
