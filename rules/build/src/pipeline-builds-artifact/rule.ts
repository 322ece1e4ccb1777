import {
  all,
  type DeploymentForm,
  defineRule,
  link,
  mayHide,
  OPERATED,
  onlyTends,
  servedBy,
} from '@shipworthy/rule-kit';

/** Platforms that build what they are handed and keep every release. */
const BUILDING_FORMS: ReadonlySet<DeploymentForm> = new Set([
  'fly',
  'render',
  'railway',
  'vercel',
  'netlify',
  'heroku',
  'procfile',
  'cloudflare',
  'cloud-foundry',
  'app-engine',
  'cloud-run',
  'serverless',
  'kamal',
]);
const BUILDING_TOOLS =
  /^(?:fly|heroku|cloud-foundry|vercel|netlify|cloudflare|firebase|railway|render|gcloud|azure|serverless|sam|cdk|sst|chalice|zappa|elastic-beanstalk|copilot|kamal|skaffold|werf|eas|supabase|convex|capistrano)$|vercel|netlify|cloudflare|wrangler|heroku|flyctl|deploy-(?:cloudrun|appengine|cloud-functions)|webapps-deploy|functions-action|static-web-apps|nais/;
/** Commands on a server that make it what it is to be. */
const ON_SERVER = /ssh|scp|rsync|git pull/i;

export default defineRule({
  id: 'pipeline/builds-artifact',
  title: 'What is run is built once and kept',
  stages: ['build'],
  qualities: ['reliability', 'maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: OPERATED },
  needs: {
    pipelines: link('repository -> pipelines'),
    images: all('container-build'),
    deployments: all('deployment'),
  },
  messages: {
    onServer:
      'This job brings the product out ({through}), and no pipeline stores what it builds. There is nothing to go back to that was ever kept: build an image or a package for each commit, store it, and deploy that.',
    unbuilt:
      "{path} says how the image is built, and no pipeline builds it. What runs was built on somebody's machine, or breaks on the day it is built: build it on changes, and store it with a tag of its own.",
    unstored:
      'Pipelines build the image of {path} and store it nowhere. What was tested is not what is run, and there is no earlier one to go back to: push it with a tag of its own.',
  },
  check(repository, { given: { pipelines, images, deployments }, fault, gaps, pass, skip, unknown }) {
    if (pipelines.jobs.length === 0) {
      const [unseen] = pipelines.unseen;
      return unseen ? unknown(unseen.why, unseen.at) : skip('there is no pipeline that could build it');
    }
    if (onlyTends(pipelines)) return skip('no pipeline runs anything of it: pipeline/present asks for one');
    const [stored] = servedBy(pipelines, 'publish').filter(({ found }) => found.harmless === undefined);
    if (stored) return pass(stored.found.at);
    const deploys = servedBy(pipelines, 'deploy');
    const platform = deploys.find(({ found }) => BUILDING_TOOLS.test(found.tool));
    if (platform) return pass(platform.found.at, `${platform.found.tool} keeps what it builds`);
    const hosted = deployments.find(({ facts }) => BUILDING_FORMS.has(facts.form));
    if (hosted) return pass({ path: hosted.path }, 'the platform builds it and keeps every release');
    const [hidden] = mayHide(pipelines, 'build');
    if (hidden) return unknown(`${hidden.what} may build and store it: ${hidden.why}`, hidden.at);
    const server = deploys.find(({ found }) => ON_SERVER.test(`${found.tool} ${found.through.join(' ')}`));
    if (server)
      return gaps(
        [fault('onServer', server.found.at, { through: server.found.through.at(-1) ?? '' })],
        repository.at(),
      );
    const image = images.find(({ facts, path }) => facts.form === 'dockerfile' && !ASIDE.test(path));
    if (!image) return skip('nothing here says what is built to be run');
    const [built] = servedBy(pipelines, 'build').filter(({ found }) =>
      /docker|podman|buildah|bake|kaniko/.test(found.tool),
    );
    const [stage] = image.facts.stages;
    const place = { path: image.path, ...(stage ? { span: stage.at } : {}) };
    return gaps(
      [
        built
          ? fault('unstored', place, { path: image.path }, { severity: 'info' })
          : fault('unbuilt', place, { path: image.path }),
      ],
      repository.at(),
    );
  },
});

/** Images for those who develop or test. */
const ASIDE =
  /(?:^|[/._-])(?:dev|devel|develop|development|devcontainer|\.devcontainer|local|tests?|testing|e2e|ci|lint|docs?|example|tools?|debug|bench\w*)(?:[/._-]|$)/i;
