import type { ReleaseToolFacts, Span } from '@shipworthy/model';

/** Steps that publish notes on the forge's page of releases. */
const NOTES =
  /softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|\bgh release create\b|release-please-action|changesets\/action|\bsemantic-release\b|goreleaser\/goreleaser-action|\bgoreleaser release\b|release-drafter\/release-drafter|marvinpinto\/action-automatic-releases|orhun\/git-cliff-action|helm\/chart-releaser-action|JReleaser|cargo-dist|dist host/i;
/** Commands that bring an earlier release back. */
const WAY_BACK =
  /\bkubectl rollout undo\b|\bhelm rollback\b|\bargocd app rollback\b|\bflyctl releases\b|\bheroku (?:releases:)?rollback\b|\bcf rollback\b|\bcap \w+ deploy:rollback\b|\bkamal rollback\b|\bvercel rollback\b|\bwrangler rollback\b|\bgcloud run services update-traffic\b/i;
/** Platforms that keep earlier releases at hand, by the step that deploys to them. */
const KEEPS_RELEASES: readonly (readonly [RegExp, string])[] = [
  [/\bgcloud run deploy\b|google-github-actions\/deploy-cloudrun|\bcloud[ _-]?run\b/i, 'Cloud Run'],
  [/\bgcloud app deploy\b|google-github-actions\/deploy-appengine/i, 'App Engine'],
  [/\bhelm upgrade\b|\bhelmfile\b/i, 'Helm'],
  [/\bargocd app sync\b/i, 'Argo CD'],
  [/\bcf push\b/i, 'Cloud Foundry'],
  [/\bfly(?:ctl)? deploy\b/i, 'Fly.io'],
  [/heroku-deploy|git\.heroku\.com/i, 'Heroku'],
  [/\bvercel (?:deploy|--prod)|amondnet\/vercel-action/i, 'Vercel'],
  [/\bwrangler (?:deploy|publish)\b|cloudflare\/wrangler-action/i, 'Cloudflare Workers'],
  [/nais\/deploy/i, 'NAIS'],
  [/\bkamal deploy\b/i, 'Kamal'],
];
/** Only other workflows call it: they say what is deployed. */
const CALLED = /^[ \t]+workflow_call:/m;
const STARTED =
  /^[ \t]*(?:-[ \t]*)?(?:push|workflow_dispatch|schedule|release|workflow_run|repository_dispatch|deployment)\b|^on:[ \t]*\[?[ \t]*(?:push|workflow_dispatch|release|schedule)/m;
/** A helm upgrade that takes itself back. */
const ATOMIC = /\bhelm\b[^\n]{0,300}--(?:atomic|rollback-on-failure)\b/;
/** Commands and actions that bring software to where it runs. */
const DEPLOYS =
  /\bkubectl (?:apply|set image|rollout)\b|\bhelm (?:upgrade|install)\b|\bhelmfile\b|\bcf push\b|\bfly(?:ctl)? deploy\b|\bgcloud (?:run|app|functions) deploy\b|\baws (?:ecs update-service|lambda update-function-code|deploy create-deployment|cloudformation deploy)\b|amazon-ecs-deploy-task-definition|azure\/(?:webapps-deploy|k8s-deploy|functions-action)|\b(?:serverless|sls) deploy\b|\b(?:terraform|tofu) apply\b|\bpulumi up\b|\bcdk deploy\b|\bkamal deploy\b|\bcap \w+ deploy\b|\bvercel (?:deploy|--prod)|amondnet\/vercel-action|\bwrangler (?:deploy|publish)\b|cloudflare\/wrangler-action|nais\/deploy|\bskaffold run\b|\bargocd app sync\b|heroku-deploy|google-github-actions\/deploy-cloudrun|digitalocean\/app_action|appleboy\/ssh-action/i;
const ENVIRONMENT = /^[ \t]+environment:[ \t]*(?:\S|$)/m;
/** A file that says by its name that it deploys: a test of a chart uses the same commands. */
const DEPLOY_NAME =
  /(?:^|[-_.])(?:deploy(?:s|ment)?|rollout|promote|cd|prod(?:uction)?|staging|ship|release-to[\w-]*)(?:[-_.]|$)/i;
/** Documentation, previews and trials are deployed by others' rules. */
const OTHER_DEPLOY =
  /docs?|pages|site|storybook|preview|(?:^|[-_])pr(?:[-_]|$)|review|^(?:test|e2e)|(?:test|e2e)$|demo|sandbox|playground|benchmark|blog|clean|delete|destroy|teardown/i;
/** A workflow of another repository does the work. */
const REUSED = /\buses:[ \t]*["']?([\w.-]+\/[\w.-]+)\/\.github\/workflows\//;
/** An event for another repository, whose workflow does the work. */
const DISPATCHED =
  /peter-evans\/repository-dispatch|\bgh api\b[^\n]{0,200}\/dispatches|\/repos\/[^\s"']{1,100}\/dispatches|\bgh workflow run\b[^\n]{0,200}(?:-R|--repo)\b|convictional\/trigger-workflow-and-wait|benc-uk\/workflow-dispatch/;
/** Started by hand with what is to run: the image or version of before brings that back. */
const BY_HAND = /^[ \t]+workflow_dispatch:[ \t]*$/m;
const CHOSEN =
  /\b(?:github\.event\.)?inputs\.(?:(?:docker|container|app|release|deploy|target|git)[-_]?)?(?:image|tag|version|sha|commit|revision|ref)(?:[-_]?(?:tag|version|sha|name|id))?\b/i;
const WAY_BACK_NAME = /roll-?back|revert-(?:release|deploy)|undo-(?:release|deploy)/i;

/** One file of GitLab holds all jobs, so that its name tells nothing and both signs are wanted. */
function deploysBy(stem: string, text: string): boolean {
  if (/^\.gitlab-ci/.test(stem)) return DEPLOYS.test(text) && ENVIRONMENT.test(text);
  return DEPLOY_NAME.test(stem) && !OTHER_DEPLOY.test(stem) && (DEPLOYS.test(text) || ENVIRONMENT.test(text));
}

/** What a workflow of GitHub or GitLab does about releases; undefined when nothing. */
export function readWorkflow(name: string, text: string): ReleaseToolFacts | undefined {
  const stem = name.replace(/\.ya?ml$/i, '');
  const publishes = NOTES.exec(text);
  const named = WAY_BACK_NAME.test(stem);
  const back = WAY_BACK.exec(text) ?? ATOMIC.exec(text);
  const started = !CALLED.test(text) || STARTED.test(text);
  const dispatched = DEPLOY_NAME.test(stem) && !OTHER_DEPLOY.test(stem) && DISPATCHED.test(text);
  const deploys = started && (deploysBy(stem, text) || dispatched);
  const platform = deploys ? KEEPS_RELEASES.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  const chosen = deploys && BY_HAND.test(text) ? CHOSEN.exec(text) : null;
  const does: ('notes' | 'way-back' | 'deploys')[] = [];
  if (publishes) does.push('notes');
  if (named || platform !== undefined || chosen || (back && deploys)) does.push('way-back');
  if (deploys) does.push('deploys');
  if (does.length === 0) return undefined;
  const by = deploys ? (REUSED.exec(text)?.[1] ?? (dispatched ? 'another repository' : undefined)) : undefined;
  const at = spanOf(back ?? chosen ?? publishes ?? DEPLOYS.exec(text));
  return {
    tool: platform !== undefined && !named && !back ? platform : `the workflow ${name}`,
    does,
    ...(publishes ? { notes: 'releases' as const } : {}),
    ...(by === undefined ? {} : { by }),
    ...(at ? { at } : {}),
  };
}

const spanOf = (found: RegExpExecArray | null): Span | undefined =>
  found ? [found.index, found.index + found[0].length] : undefined;

const ASKS = /\broll(?:ing)?[- ]?back\b|\bback-?out plan\b/i;

/** A form of the forge that asks for the way back of every change; undefined when it does not. */
export function readForm(name: string, text: string): ReleaseToolFacts | undefined {
  const at = spanOf(ASKS.exec(text));
  return at ? { tool: `the form ${name}`, does: ['way-back'], at } : undefined;
}
