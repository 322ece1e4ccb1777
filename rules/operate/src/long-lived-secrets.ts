/** Issued for each run by whoever runs it, and gone when it ends. */
const AMBIENT = /^(?:GITHUB_TOKEN|CI_JOB_TOKEN|ACTIONS_\w+|CI_\w+|SYSTEM_ACCESSTOKEN)$/i;
/** Kept among secrets for convenience; nothing happens when somebody reads it. */
const OPEN =
  /(?:^|_)PUBLIC_?|_?PUB(?:LIC)?_?KEY$|(?:^|[_-])(?:ID|IDS|URL|URI|HOST|HOSTNAME|PORT|USER(?:NAME)?(?:[-_]V?\d+)?|WEBHOOKS?|EMAIL|REGION|NAME|BUCKET|ACCOUNT|PROJECT|ORG|TEAM|CHANNEL|ENDPOINT|REGISTRY|ROLE(?:_TO_ASSUME)?|ASSUME_ROLE|ARN|DOMAIN|ENV|ENVIRONMENT|PATH|FINGERPRINT|SLUG|TENANT|SUBSCRIPTION|CLUSTER|NAMESPACE|REPOSITORY|ZONE|LOCATION|VERSION|FQDN|RESOURCE_?GROUP|RESOURCE_?NAME|MAPPING|PROVIDER|SERVICE_ACCOUNT|ENVIRONMENTS|MANAGEMENT)$|WORKLOAD_IDENTITY/i;
/** The address of a database holds its password. */
const ADDRESS = /(?:DATABASE|DB|MONGO(?:DB)?|REDIS|POSTGRES(?:QL)?|AMQP)_UR[IL]$/i;
/** Of tests, and of services that only look at code or count what was tested: who reads one can send them reports. */
const OF_CHECKS =
  /(?:^|_)(?:E2E|TESTS?|CYPRESS|PLAYWRIGHT|CODECOV|COVERALLS|CODACY|CODECLIMATE|CC_TEST_REPORTER|DEEPSOURCE|SONAR(?:CLOUD|QUBE)?|SNYK|FOSSA|CHROMATIC|PERCY|LHCI|QODANA|DANGER)(?:_|$)/i;
/** Told in full by a template: its name is not known. */
const TEMPLATED = /[{}$<>]/;

/** Whether a secret of the name lives until somebody replaces it. */
export const isLongLived = (name: string): boolean =>
  !TEMPLATED.test(name) && !AMBIENT.test(name) && !OF_CHECKS.test(name) && (ADDRESS.test(name) || !OPEN.test(name));

/** Volumes of a cluster that a controller fills, or that hold settings: nobody replaces them by hand. */
const OF_CLUSTER =
  /(?:^|[-_])(?:cert(?:s|ificates?)?|tls|ca|config(?:uration)?|configs|datasources?|dashboards?|kubeconfig)(?:[-_]|$)/i;

/** Whether a secret that a manifest names is one that a person has put there. */
export const isPutByHand = (name: string): boolean => isLongLived(name) && !OF_CLUSTER.test(name);

/** Values for a developer's machine or for tests: they protect nothing. */
const ON_A_MACHINE =
  /(?:^|\/)(?:dev|develop(?:ment)?|local|tests?|e2e|ci)\/|(?:^|\/)\.?env\.(?:dev(?:elopment)?|local|test|ci)(?:\.|$)/i;

/** Whether the secrets that a file names are used on a developer's machine or by tests alone. */
export const isForMachines = (path: string): boolean => ON_A_MACHINE.test(path);
