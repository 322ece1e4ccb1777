/** Programs that bring software to where it runs, by their arguments; the name is what people call the platform or tool. */
export interface DeployUse {
  readonly program: string;
  readonly when: RegExp;
  /** What is only shown, checked or prepared. */
  readonly unless?: RegExp;
  readonly platform: string;
}

const TRIAL = /--dry-run(?!=none)/;
const deploy = (program: string, when: RegExp, platform: string, unless?: RegExp): DeployUse => ({
  program,
  when,
  platform,
  ...(unless ? { unless } : {}),
});

const LIST: readonly DeployUse[] = [
  deploy('kubectl', /(?:^|\s)(?:apply|set image|replace|patch|rollout restart)\b/, 'kubectl', TRIAL),
  deploy('oc', /(?:^|\s)(?:apply|set image|rollout latest|start-build|process)\b/, 'oc', TRIAL),
  deploy('helm', /(?:^|\s)(?:upgrade|install)\b/, 'helm', /--dry-run(?!=none)|^plugin\b/),
  deploy('helmfile', /\b(?:apply|sync)\b/, 'helmfile'),
  deploy('kustomize', /\bapply\b/, 'kustomize'),
  deploy('skaffold', /^(?:run|deploy)\b/, 'skaffold'),
  deploy('argocd', /\bapp (?:sync|set|create)\b/, 'argocd'),
  deploy('flux', /^reconcile\b/, 'flux'),
  deploy('terraform', /(?:^|\s)apply\b/, 'terraform'),
  deploy('tofu', /(?:^|\s)apply\b/, 'tofu'),
  deploy('terragrunt', /\bapply\b/, 'terragrunt'),
  deploy('pulumi', /^(?:\S+ )*up\b/, 'pulumi'),
  deploy('cdk', /(?:^|\s)deploy\b/, 'cdk'),
  deploy('cdk8s', /\bapply\b/, 'cdk8s'),
  deploy('sst', /^deploy\b/, 'sst'),
  deploy('serverless', /^deploy\b/, 'serverless'),
  deploy('sls', /^deploy\b/, 'serverless'),
  deploy('sam', /^deploy\b/, 'sam'),
  deploy('chalice', /^deploy\b/, 'chalice'),
  deploy('zappa', /^(?:deploy|update)\b/, 'zappa'),
  deploy('ansible-playbook', /./, 'ansible', /--(?:syntax-check|check|list-tasks)\b/),
  deploy(
    'aws',
    /\b(?:ecs (?:update-service|deploy)|lambda (?:update-function-code|publish-version)|deploy create-deployment|cloudformation (?:deploy|update-stack)|elasticbeanstalk update-environment|apprunner (?:start-deployment|update-service)|s3 sync|amplify start-job)\b/,
    'aws',
  ),
  deploy('eb', /^deploy\b/, 'elastic-beanstalk'),
  deploy('copilot', /\bdeploy\b/, 'copilot'),
  deploy('ecs-deploy', /./, 'ecs'),
  deploy(
    'gcloud',
    /\b(?:run (?:deploy|services (?:update|replace))|app deploy|functions deploy|deploy releases create|builds submit|compute instance-groups managed rolling-action)\b/,
    'gcloud',
  ),
  deploy(
    'az',
    /\b(?:webapp (?:deploy|up)|functionapp deploy\S*|containerapp (?:update|up)|deployment \w+ create|aks)\b/,
    'azure',
  ),
  deploy('azd', /^(?:deploy|up)\b/, 'azure'),
  deploy('fly', /^deploy\b/, 'fly'),
  deploy('flyctl', /^deploy\b/, 'fly'),
  deploy('heroku', /\b(?:container:release|builds:create|pipelines:promote)\b/, 'heroku'),
  deploy('cf', /^(?:push|v3-zdt-push|zero-downtime-push|blue-green-deploy|deploy)\b/, 'cloud-foundry'),
  deploy('cf7', /^push\b/, 'cloud-foundry'),
  deploy('cf8', /^push\b/, 'cloud-foundry'),
  deploy('vercel', /^(?!(?:build|pull|env|link|login|whoami|logs|inspect|rollback)\b)/, 'vercel'),
  deploy('netlify', /^deploy\b/, 'netlify'),
  deploy('wrangler', /^(?:deploy|publish|pages (?:deploy|publish)|versions deploy)\b/, 'cloudflare', TRIAL),
  deploy('firebase', /\bdeploy\b/, 'firebase'),
  deploy('railway', /^(?:up|redeploy)\b/, 'railway'),
  deploy('render', /^deploys create\b/, 'render'),
  deploy('doctl', /\bapps (?:create-deployment|update)\b/, 'digitalocean'),
  deploy('kamal', /^(?:deploy|redeploy|setup)\b/, 'kamal'),
  deploy('cap', /\bdeploy\b/, 'capistrano'),
  deploy('dep', /\bdeploy\b/, 'deployer'),
  deploy('mina', /\bdeploy\b/, 'mina'),
  deploy('vendor/bin/dep', /\bdeploy\b/, 'deployer'),
  deploy('dokku', /./, 'dokku'),
  deploy('nomad', /^(?:job )?run\b/, 'nomad'),
  deploy('waypoint', /^(?:up|deploy)\b/, 'waypoint'),
  deploy('werf', /^converge\b/, 'werf'),
  deploy('okteto', /^deploy\b/, 'okteto'),
  deploy('gh-pages', /./, 'github-pages'),
  deploy('supabase', /\b(?:db push|functions deploy)\b/, 'supabase'),
  deploy('convex', /^deploy\b/, 'convex'),
  deploy('eas', /^(?:submit|update)\b/, 'eas'),
  deploy('git', /\bpush\b.*\b(?:heroku|dokku|clever|scalingo|production)\b/, 'git'),
  deploy('docker-compose', /\bup\b.*(?:^|\s)-{1,2}(?:d|detach)\b.*\b--remote-only\b/, 'compose'),
];

/** By the name of the program. */
export const DEPLOYS: ReadonlyMap<string, readonly DeployUse[]> = new Map(
  [...new Set(LIST.map(({ program }) => program))].map((name) => [
    name,
    LIST.filter(({ program }) => program === name),
  ]),
);

/** Commands that take an earlier release back. */
export const ROLLBACKS: ReadonlyMap<string, RegExp> = new Map([
  ['kubectl', /\brollout undo\b/],
  ['oc', /\brollout undo\b|\brollback\b/],
  ['helm', /(?:^|\s)rollback\b|--(?:atomic|rollback-on-failure)\b/],
  ['argocd', /\bapp rollback\b/],
  ['heroku', /\brollback\b/],
  ['cf', /^(?:rollback|revert)\b|--strategy rolling.*--revision/],
  ['cap', /\bdeploy:rollback\b/],
  ['kamal', /^rollback\b/],
  ['vercel', /^rollback\b/],
  ['wrangler', /^rollback\b/],
  ['gcloud', /\brun services update-traffic\b/],
  ['flyctl', /\breleases\b/],
]);

/** Commands that look whether what was deployed works. */
export const SMOKE: ReadonlyMap<string, RegExp> = new Map([
  ['kubectl', /\brollout status\b|(?:^|\s)wait\b/],
  ['oc', /\brollout status\b/],
  ['helm', /(?:^|\s)test\b|--(?:wait|atomic)\b/],
  ['argocd', /\bapp wait\b/],
  ['aws', /\b(?:ecs wait|deploy wait|cloudformation wait)\b/],
  ['curl', /health|ready|alive|\bping\b|smoke|status/i],
  ['wait-on', /./],
]);
