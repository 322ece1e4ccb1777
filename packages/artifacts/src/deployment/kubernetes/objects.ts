import type { DeploymentForm, WorkloadFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';
import { managedStore, storeOf } from '../stores.ts';
import { addExposure } from './exposure.ts';
import { addGitops } from './gitops.ts';
import { addNais } from './nais.ts';
import { named } from './named-object.ts';
import { type ObjectRole, objectOf } from './object-table.ts';
import { containersOf, hidesContainers } from './pod.ts';

/** Objects of a list that are looked at. */
const MAX_ITEMS = 500;

/** What the objects of a document add to the pieces; the form of the first, undefined when there is none. */
export function readObjects(reading: Reading, root: YamlMap, pieces: Pieces): DeploymentForm | undefined {
  if (root.text('kind') === 'List') {
    const forms = reading
      .maps(root, 'items')
      .slice(0, MAX_ITEMS)
      .map((item) => readObjects(reading, item, pieces));
    return forms.find((form) => form !== undefined);
  }
  const kind = reading.plain(root, 'kind');
  const object = kind === undefined ? undefined : objectOf(kind, reading.plain(root, 'apiVersion'));
  if (kind === undefined || !object || (!root.has('apiVersion') && !root.has('metadata'))) return undefined;
  ADD[object.role](reading, root, kind, pieces);
  return object.form ?? 'kubernetes';
}

type AddTo = (reading: Reading, root: YamlMap, kind: string, pieces: Pieces) => void;

/** What each role adds to the pieces. */
const ADD: Readonly<Record<ObjectRole, AddTo>> = {
  workload: addWorkload,
  knative: addWorkload,
  job: (reading, root, kind, pieces) => addJob(reading, root, kind, 'job', pieces),
  'scheduled-job': (reading, root, kind, pieces) => addJob(reading, root, kind, 'scheduled-job', pieces),
  nais: (reading, root, kind, pieces) => addNais(reading, root, kind, false, pieces),
  'nais-job': (reading, root, kind, pieces) => addNais(reading, root, kind, true, pieces),
  operated: (reading, root, kind, pieces) => {
    const base = named(reading, root, kind);
    pieces.workloads.push({ ...base, type: 'service', containers: [], templated: ['containers'] });
  },
  exposure: addExposure,
  store: addStore,
  claim: (reading, root, kind, pieces) => {
    const { name, at } = named(reading, root, kind);
    pieces.stores.push(managedStore(name, at, 'volume'));
  },
  secret: (reading, root, _kind, pieces) => {
    const own = reading.written(root.map('metadata'), 'name');
    const target = reading.written(mapAt(root, 'spec', 'target'), 'name') ?? own;
    if (target) pieces.secrets.push({ name: target.text, at: target.at });
  },
  support: () => {},
  gitops: addGitops,
};

const STORES: Readonly<Record<string, readonly ['database' | 'queue' | 'search', string]>> = {
  Kafka: ['queue', 'kafka'],
  RabbitmqCluster: ['queue', 'rabbitmq'],
  Elasticsearch: ['search', 'elasticsearch'],
  MongoDBCommunity: ['database', 'mongodb'],
  PerconaServerMongoDB: ['database', 'mongodb'],
  PerconaXtraDBCluster: ['database', 'mysql'],
  MariaDB: ['database', 'mariadb'],
};

function addStore(reading: Reading, root: YamlMap, kind: string, pieces: Pieces): void {
  const { name, at } = named(reading, root, kind);
  const [what, technology] = STORES[kind] ?? ['database', 'postgresql'];
  const spec = root.map('spec');
  const backup = spec?.entry('backup') ?? spec?.entry('backups');
  pieces.stores.push(managedStore(name, at, what, technology, backup ? reading.text.place(backup.keySpan) : undefined));
}

const WORKER = /worker|consumer|queue|celery|sidekiq|processor|listener/i;

function addWorkload(reading: Reading, root: YamlMap, kind: string, pieces: Pieces): void {
  const spec = root.map('spec');
  const pod = kind === 'Pod' ? spec : mapAt(spec, 'template', 'spec');
  const containers = containersOf(reading, pod, pieces);
  const base = named(reading, root, kind);
  const replicas = reading.written(spec, 'replicas');
  const listens = containers.some((container) => container.ports.length > 0 || container.readiness?.how === 'http');
  const service = kind === 'Service' || listens;
  const patch =
    kind !== 'Service' && kind !== 'Pod' && !spec?.has('selector') && containers.every(({ image }) => !image);
  addRollout(reading, root, kind, pieces);
  addStores(reading, spec, pod, containers, pieces);
  pieces.workloads.push({
    ...base,
    type: kind === 'DaemonSet' ? 'daemon' : service ? 'service' : WORKER.test(base.name) ? 'worker' : 'unknown',
    containers,
    ...(replicas ? { replicas } : {}),
    ...(patch ? { patch: true as const } : {}),
    templated: hidesContainers(reading, pod) ? ['containers'] : [],
  });
}

function addRollout(reading: Reading, root: YamlMap, kind: string, pieces: Pieces): void {
  const strategy = mapAt(root, 'spec', 'strategy');
  if (!strategy || pieces.rollout) return;
  const how = strategy.has('canary')
    ? 'canary'
    : strategy.has('blueGreen')
      ? 'blue-green'
      : reading.plain(strategy, 'type') === 'RollingUpdate' || kind === 'DaemonSet'
        ? 'rolling'
        : undefined;
  const spec = root.map('spec');
  if (how !== undefined && spec) pieces.rollout = { how, at: reading.keyAt(spec, 'strategy') };
}

/** Databases that run in the pod, and the volumes that its set claims. */
function addStores(
  reading: Reading,
  spec: YamlMap | undefined,
  pod: YamlMap | undefined,
  containers: WorkloadFacts['containers'],
  pieces: Pieces,
): void {
  const claims = reading.maps(spec, 'volumeClaimTemplates');
  const claimed = reading.maps(pod, 'volumes').some((volume) => volume.has('persistentVolumeClaim'));
  const databases = containers.flatMap(({ name, image, at }) =>
    image ? (storeOf(name, at, image.text, claims.length > 0 || claimed) ?? []) : [],
  );
  pieces.stores.push(...databases);
  // The volume of a database is the database.
  if (databases.length > 0) return;
  for (const claim of claims) {
    const name = reading.raw(claim.map('metadata'), 'name');
    pieces.stores.push(managedStore(name?.text ?? '', name?.at ?? reading.text.place(claim.span), 'volume'));
  }
}

function addJob(reading: Reading, root: YamlMap, kind: string, type: 'job' | 'scheduled-job', pieces: Pieces): void {
  const spec = root.map('spec');
  const job = type === 'job' ? spec : mapAt(spec, 'jobTemplate', 'spec');
  const pod = mapAt(job, 'template', 'spec');
  const containers = containersOf(reading, pod, pieces);
  const templated = hidesContainers(reading, pod) ? ['containers'] : [];
  const field = (map: YamlMap | undefined, key: string, name: string): WrittenAt | undefined => {
    const written = reading.written(map, key);
    if (!written && map?.has(key)) templated.push(name);
    return written;
  };
  const schedule = field(spec, 'schedule', 'schedule');
  const overlap = field(spec, 'concurrencyPolicy', 'overlap');
  const retries = field(job, 'backoffLimit', 'retries');
  const deadline =
    field(job, 'activeDeadlineSeconds', 'deadline') ??
    field(pod, 'activeDeadlineSeconds', 'deadline') ??
    field(spec, 'startingDeadlineSeconds', 'deadline');
  pieces.workloads.push({
    ...named(reading, root, kind),
    type,
    containers,
    ...(schedule ? { schedule } : {}),
    ...(overlap ? { overlap } : {}),
    ...(reading.written(spec, 'suspend')?.text === 'true' ? { suspended: true as const } : {}),
    ...(retries ? { retries } : {}),
    ...(deadline ? { deadline } : {}),
    ...(containers.every(({ image }) => !image) && !templated.includes('containers') ? { patch: true as const } : {}),
    templated: reading.text.unknown.length > 0 && isOpen(reading, spec) ? [...templated, 'spec'] : templated,
  });
}

/** A line of a template between the fields of the job may write any of them. */
function isOpen(reading: Reading, spec: YamlMap | undefined): boolean {
  return spec === undefined || reading.unknown(spec.get('jobTemplate')) || spec.entries.length === 0;
}
