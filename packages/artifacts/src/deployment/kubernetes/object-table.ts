import type { DeploymentForm } from '@shipworthy/model';

/** What an object of a cluster is to the question of what runs where. */
export type ObjectRole =
  | 'workload'
  | 'job'
  | 'scheduled-job'
  | 'knative'
  | 'operated'
  | 'nais'
  | 'nais-job'
  | 'exposure'
  | 'store'
  | 'claim'
  | 'secret'
  | 'support'
  | 'gitops';

interface Known {
  readonly kind: string;
  /** Several products use the same kind for different things. */
  readonly api: RegExp;
  readonly role: ObjectRole;
  readonly form?: DeploymentForm;
}

const APPS = /^(?:apps|extensions)\//;
const BATCH = /^batch\//;
const CORE = /^v1$/;
const ROUTES = /^gateway\.networking\.k8s\.io\//;
const PROMETHEUS = /^monitoring\.(?:coreos|rhobs)/;

const known = (kind: string, api: RegExp, role: ObjectRole, form?: DeploymentForm): Known => ({
  kind,
  api,
  role,
  ...(form ? { form } : {}),
});

/** Objects by kind and group. ConfigMaps, roles and accounts alone run nothing, so files of these are no deployments. */
const OBJECTS: readonly Known[] = [
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => known(kind, APPS, 'workload')),
  known('Pod', CORE, 'workload'),
  known('ReplicationController', CORE, 'workload'),
  known('DeploymentConfig', /^(?:apps\.openshift\.io\/)?v1$/, 'workload'),
  known('Rollout', /^argoproj\.io\//, 'workload'),
  known('Job', BATCH, 'job'),
  known('CronJob', BATCH, 'scheduled-job'),
  known('Service', /^serving\.knative\.dev\//, 'knative', 'cloud-run'),
  known('Application', /^nais\.io\//, 'nais', 'nais'),
  known('Naisjob', /^nais\.io\//, 'nais-job', 'nais'),
  ...['Prometheus', 'Alertmanager', 'ThanosRuler'].map((kind) => known(kind, PROMETHEUS, 'operated')),
  known('Service', CORE, 'exposure'),
  known('Ingress', /^(?:networking\.k8s\.io|extensions)\//, 'exposure'),
  known('Route', /^route\.openshift\.io\//, 'exposure'),
  ...['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'Gateway'].map((kind) => known(kind, ROUTES, 'exposure')),
  ...['Gateway', 'VirtualService'].map((kind) => known(kind, /^networking\.istio\.io\//, 'exposure')),
  ...['IngressRoute', 'IngressRouteTCP'].map((kind) => known(kind, /^traefik\./, 'exposure')),
  known('PersistentVolumeClaim', CORE, 'claim'),
  known('Cluster', /^postgresql\.cnpg\.io\//, 'store'),
  known('postgresql', /^acid\.zalan\.do\//, 'store'),
  known('PostgresCluster', /^postgres-operator\.crunchydata\.com\//, 'store'),
  known('PerconaXtraDBCluster', /^pxc\.percona\.com\//, 'store'),
  known('PerconaServerMongoDB', /^psmdb\.percona\.com\//, 'store'),
  known('PerconaPGCluster', /^pgv2\.percona\.com\//, 'store'),
  known('MariaDB', /^k8s\.mariadb\.com\//, 'store'),
  known('MongoDBCommunity', /^mongodbcommunity\.mongodb\.com\//, 'store'),
  known('Kafka', /^kafka\.strimzi\.io\//, 'store'),
  known('Elasticsearch', /^elasticsearch\.k8s\.elastic\.co\//, 'store'),
  known('RabbitmqCluster', /^rabbitmq\.com\//, 'store'),
  known('ExternalSecret', /^external-secrets\.io\//, 'secret'),
  known('SealedSecret', /^bitnami\.com\//, 'secret'),
  known('SecretProviderClass', /^secrets-store\./, 'secret'),
  known('HorizontalPodAutoscaler', /^autoscaling\//, 'support'),
  known('PodDisruptionBudget', /^policy\//, 'support'),
  known('ScaledObject', /^keda\.sh\//, 'support'),
  known('Canary', /^flagger\.app\//, 'gitops'),
  known('Application', /^argoproj\.io\//, 'gitops', 'argo-cd'),
  known('ApplicationSet', /^argoproj\.io\//, 'gitops', 'argo-cd'),
  known('HelmRelease', /^helm\.toolkit\.fluxcd\.io\//, 'gitops', 'flux'),
  known('Kustomization', /^kustomize\.toolkit\.fluxcd\.io\//, 'gitops', 'flux'),
  known('Kustomization', /^kustomize\.config\.k8s\.io\//, 'gitops', 'kustomize'),
  known('Component', /^kustomize\.config\.k8s\.io\//, 'gitops', 'kustomize'),
];

const BY_KIND = new Map<string, Known[]>();
for (const object of OBJECTS) {
  const same = BY_KIND.get(object.kind);
  if (same) same.push(object);
  else BY_KIND.set(object.kind, [object]);
}

/** Is there an object of the kind in any group? */
export const isKnownKind = (kind: string): boolean => BY_KIND.has(kind);

/** What an object is; `api` undefined when a template writes its group, so that the first of the kind is taken. */
export function objectOf(kind: string, api: string | undefined): Known | undefined {
  const same = BY_KIND.get(kind);
  return api === undefined ? same?.[0] : same?.find((object) => object.api.test(api));
}
