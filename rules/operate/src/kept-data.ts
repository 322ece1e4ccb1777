import type { Artifact, DeploymentForm, Place, StoreFacts } from '@shipworthy/model';

/** Forms whose platform runs the store, backs it up and has a button for getting it back. */
const OF_PLATFORM: ReadonlySet<DeploymentForm> = new Set([
  ...([
    'nais',
    'render',
    'heroku',
    'cloud-foundry',
    'fly',
    'cloudflare',
    'railway',
    'cloud-run',
    'app-engine',
  ] as const),
]);
/** What is lost in these is made anew. */
const PASSING: ReadonlySet<string> = new Set([
  ...['dev', 'test', 'qa', 'uat', 'staging', 'sandbox', 'preview', 'local', 'demo', 'integration'],
]);
/** Folders and files that are not for what lasts; words of one name are told apart by their capitals too. */
const ASIDE =
  /(?:^|[/._-])(?:ci|e2e|tests?|dev(?:el(?:op(?:ment)?)?)?|local|demo|samples?|examples?|kind|minikube|quickstart|sandbox|hack|bench(?:mark)?)(?:[/._-]|$)/i;
/** Keeps what can be gathered again, or what a tool of operations keeps for itself. */
const OF_TOOLS =
  /(?:^|[^a-z])(?:prometheus|grafana|loki|tempo|mimir|thanos|alertmanager|jaeger|elastic\w*|opensearch|kibana|logs?|logging|cache|tmp|temp|scratch|registry|signatures?|clamav|artifacts?|runners?|redis|tfstate|locks?|models?|plugins?|certs?|acme|letsencrypt|traefik|portainer|kafka|zookeeper|nats|rabbitmq|nonces?|sessions?|idempotency|dedup\w*)(?:[^a-z]|$)/i;
/** Folders of the tools that watch. */
const WATCHING =
  /(?:^|[/._-])(?:prometheus|grafana|loki|tempo|thanos|mimir|alertmanager|jaeger|victoria|monitoring|observability|logging)(?:[/._-]|$)/i;

export interface KeptData {
  readonly what: StoreFacts['what'];
  readonly name: string;
  readonly at: Place;
}

/** What hurts most when it is lost comes first. */
const RANK: readonly StoreFacts['what'][] = ['database', 'volume', 'bucket'];

/** Durable stores of lasting environments: those whose return is this repository's to plan, and those of a platform. */
export function declaredStores(
  deployments: readonly Artifact<'deployment'>[],
  code: readonly Artifact<'infrastructure-code'>[],
): { readonly own: readonly KeptData[]; readonly platform: readonly KeptData[] } {
  const own: KeptData[] = [];
  const platform: KeptData[] = [];
  for (const { path, facts, pathClass, level } of deployments) {
    if (pathClass === 'example' || level === 'scraped' || isPassing(path, facts.environment)) continue;
    // A compose file that does not say that it is for production is run on a laptop as well.
    if (facts.form === 'compose' && facts.environment !== 'production') continue;
    const found = facts.stores.filter(isKept).map((store) => kept(path, store));
    (OF_PLATFORM.has(facts.form) ? platform : own).push(...found);
  }
  for (const { path, facts, pathClass } of code) {
    if (pathClass === 'example' || isPassing(path, facts.environment)) continue;
    own.push(...facts.stores.filter(isKept).map((store) => kept(path, store)));
  }
  return { own: own.sort((a, b) => RANK.indexOf(a.what) - RANK.indexOf(b.what)), platform };
}

const isPassing = (path: string, environment: string | undefined): boolean =>
  ASIDE.test(path.replace(/([a-z])([A-Z])/g, '$1-$2')) ||
  WATCHING.test(path) ||
  (environment !== undefined && PASSING.has(environment));

const isKept = ({ durable, name, technology }: StoreFacts): boolean =>
  durable && !OF_TOOLS.test(name) && !OF_TOOLS.test(technology ?? '');

const kept = (path: string, { what, name, at, technology }: StoreFacts): KeptData => ({
  what,
  name: name === '' || name.includes('{') ? (technology ?? 'a volume') : name,
  at: { path, span: at },
});
