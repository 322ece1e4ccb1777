/** A word of a name: `deploy` of `deploy-prod`, `Deploy to Production`, `deployProd`, not of `redeployable`. */
const word = (words: string, flags = 'i'): RegExp => new RegExp(`(?:^|[^a-zA-Z])(?:${words})(?:[^a-zA-Z]|$)`, flags);

/** `deployProd` reads as two words. */
const split = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');

const DEPLOY = word('deploy|deploys|deployment|deploying|redeploy|rollout|roll-out|ship');
/** What deploys something else than the product, tries it, or takes it away. */
const ASIDE = word(
  'tests?|testing|e2e|suites?|kind|minikube|previews?|review|reviews|pr|prs|pull[ _-]?requests?|docs?|documentation|pages|site|website|storybook|blog|clean|cleanup|destroy|teardown|nuke|undeploy|remove|delete|demos?|benchmarks?|bench|perf|schemas?|examples?|playground|npm|pypi|crates|maven|rubygems|nuget|sonatype|marketplace|helm-charts?|chart|charts|packages?|approve|approval|notify|check|verify|validate|drift|watch|audit|lint|links?|linkcheck|artifacts?|snapshots?|backups?|restores?|dumps?|mirror|librar(?:y|ies)',
);
/** `plan-and-apply` does both. */
const ONLY_PLANS = word('plan(?![ _-]*(?:and|&)?[ _-]*apply)');
/** A name that says what is done (`Deploy to live`, `build-and-deploy`), not one that mentions it (`deploy-queue-length`). */
const DEED =
  /^[^a-z]*(?:auto[ _-]?|re)?deploy|[^a-z](?:re)?(?:deploy|deployment|rollout|ship)[^a-z]*$|[^a-z](?:deploy|deployment|rollout)[^a-z]+(?:to|on|prod|production|live|stag|staging|dev|qa|uat)(?:[^a-z]|$)/i;
const AROUND = word(
  '(?:post|pre|prepare|after|before|wait|await|skip|stop)[ _-]*(?:for|on)?[ _-]*deploy(?:ment|s|ing)?',
);
const PRODUCTION = word('prod|prods|production|live|prd');
const NOT_PRODUCTION = word('(?:non|pre|not)[ _-]?(?:prod|production|live)');
const OTHER = word(
  'stage|staging|stg|stag|pre[ _-]?prod(?:uction)?|non[ _-]?prod(?:uction)?|dev|devel|develop|development|tests?|testing|qa|uat|sandbox|sbx|canary|int|integration|acceptance|acc|alpha|beta|nightly|edge|next|ops|ref',
);

/** A stage for one change. */
const TRIAL = word('previews?|review|pr|prs|pull[ _-]?requests?');
/** Says a name that a change gets a stage before it is merged? */
export const saysTrial = (name: string): boolean => TRIAL.test(split(name)) && mentionsDeploy(name);
/** Says a name that it shows what would change? */
export const saysPlan = (name: string): boolean => ONLY_PLANS.test(split(name));
/** Speaks a name of deploying, among other things? */
export const mentionsDeploy = (name: string): boolean => DEPLOY.test(split(name));
/** Says a name that deploying is what is done? */
export const saysDeploy = (name: string): boolean => DEED.test(split(name)) && !AROUND.test(split(name));
/** Says a name that it is about something beside the product? */
export const isAside = (name: string): boolean => ASIDE.test(split(name)) || saysPlan(name);
/** Is a name that of the place where users are? */
export const isProduction = (name: string): boolean => PRODUCTION.test(split(name).replace(NOT_PRODUCTION, ' '));
/** Is a name that of a place before users? */
export const isOther = (name: string): boolean => OTHER.test(split(name));
