/** Issued for each run by whoever runs it, and gone when it ends. */
const AMBIENT = /^(?:GITHUB_TOKEN|CI_JOB_TOKEN|ACTIONS_\w+|CI_\w+|SYSTEM_ACCESSTOKEN)$/i;
/** Kept among secrets for convenience; nothing happens when somebody reads it. */
const OPEN =
  /(?:^|_)PUBLIC_?|_?PUB(?:LIC)?_?KEY$|(?:^|[_-])(?:ID|IDS|URL|URI|HOST|HOSTNAME|PORT|USER(?:NAME)?|EMAIL|REGION|NAME|BUCKET|ACCOUNT|PROJECT|ORG|TEAM|CHANNEL|ENDPOINT|REGISTRY|ROLE|ARN|DOMAIN|ENV|ENVIRONMENT|PATH|FINGERPRINT|SLUG|TENANT|SUBSCRIPTION|CLUSTER|NAMESPACE|REPOSITORY|ZONE|LOCATION|VERSION|FQDN|RESOURCE_?GROUP|RESOURCE_?NAME|MAPPING|PROVIDER|SERVICE_ACCOUNT|ENVIRONMENTS|MANAGEMENT)$|WORKLOAD_IDENTITY/i;
/** The address of a hook or of a database is the secret itself. */
const ADDRESS = /WEBHOOK|(?:DATABASE|DB|MONGO(?:DB)?|REDIS|POSTGRES(?:QL)?|AMQP)_UR[IL]$/i;
/** Told in full by a template: its name is not known. */
const TEMPLATED = /[{}$<>]/;

/** Whether a secret of the name lives until somebody replaces it. */
export const isLongLived = (name: string): boolean =>
  !TEMPLATED.test(name) && !AMBIENT.test(name) && (ADDRESS.test(name) || !OPEN.test(name));

/** Volumes of a cluster that a controller fills, or that hold settings: nobody replaces them by hand. */
const OF_CLUSTER =
  /(?:^|[-_])(?:cert(?:s|ificates?)?|tls|ca|config(?:uration)?|configs|datasources?|dashboards?|kubeconfig)(?:[-_]|$)/i;

/** Whether a secret that a manifest names is one that a person has put there. */
export const isPutByHand = (name: string): boolean => isLongLived(name) && !OF_CLUSTER.test(name);
