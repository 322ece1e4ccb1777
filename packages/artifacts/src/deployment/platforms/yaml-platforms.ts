import type { DeploymentForm } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';
import { managedStore, storeOf } from '../stores.ts';
import { httpProbe, platformWorkload } from './workload.ts';

/** What the configuration of a platform in YAML runs; false when it is not that platform's. */
export function readYamlPlatform(form: DeploymentForm, reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  switch (form) {
    case 'render':
      return readRender(reading, root, pieces);
    case 'cloud-foundry':
      return readCloudFoundry(reading, root, pieces);
    case 'app-engine':
      return readAppEngine(reading, root, pieces);
    case 'serverless':
      return readServerless(reading, root, pieces);
    case 'kamal':
      return readKamal(reading, root, pieces);
    default:
      return false;
  }
}

/** https://render.com/docs/blueprint-spec */
function readRender(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const services = reading.maps(root, 'services');
  const databases = reading.maps(root, 'databases');
  for (const service of services) {
    const name = reading.written(service, 'name');
    const type = reading.plain(service, 'type');
    const at = name?.at ?? reading.text.place(service.span);
    if (type === 'redis' || type === 'keyvalue') {
      pieces.stores.push(managedStore(name?.text ?? type, at, 'cache', 'redis'));
      continue;
    }
    const health = reading.written(service, 'healthCheckPath');
    pieces.workloads.push(
      platformWorkload({
        ...{ name: name?.text ?? '', at, object: type ?? 'service' },
        type: type === 'web' || type === 'pserv' ? 'service' : type === 'worker' ? 'worker' : 'unknown',
        ...{ probe: health && httpProbe(health), schedule: reading.written(service, 'schedule') },
        ...{ command: reading.plain(service, 'startCommand'), builds: reading.plain(service, 'rootDir') },
      }),
    );
    if (type === 'web') pieces.exposure.push({ at, how: 'platform', outside: true });
    const disk = reading.written(service.map('disk'), 'name');
    if (disk) pieces.stores.push(managedStore(disk.text, disk.at, 'volume'));
  }
  for (const database of databases) {
    const name = reading.written(database, 'name');
    if (name) pieces.stores.push(managedStore(name.text, name.at, 'database', 'postgresql'));
  }
  return services.length > 0 || databases.length > 0;
}

/** https://docs.cloudfoundry.org/devguide/deploy-apps/manifest-attributes.html */
function readCloudFoundry(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const applications = reading.maps(root, 'applications');
  for (const application of applications) {
    const name = reading.raw(application, 'name');
    const at = name?.at ?? reading.text.place(application.span);
    const path = reading.written(application, 'health-check-http-endpoint');
    const ready = reading.written(application, 'readiness-health-check-http-endpoint');
    const workload = platformWorkload({
      ...{ name: name?.text ?? '', at, object: 'application' },
      type: reading.plain(application, 'no-route') === 'true' ? 'worker' : 'service',
      ...{ command: reading.plain(application, 'command'), replicas: reading.written(application, 'instances') },
      probe: ready && httpProbe(ready),
    });
    const [container] = workload.containers;
    pieces.workloads.push(
      path && container ? { ...workload, containers: [{ ...container, liveness: httpProbe(path) }] } : workload,
    );
    for (const service of reading.list(application, 'services')) {
      const store = storeOf(service.text, service.at, service.text, true);
      if (store) pieces.stores.push(store);
    }
  }
  return applications.length > 0;
}

/** https://cloud.google.com/appengine/docs/standard/reference/app-yaml */
function readAppEngine(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const runtime = reading.written(root, 'runtime');
  if (!runtime || root.has('services')) return false;
  const path = reading.written(root.map('readiness_check'), 'path');
  const alive = reading.written(root.map('liveness_check'), 'path');
  const workload = platformWorkload({
    ...{ name: reading.plain(root, 'service') ?? 'default', at: runtime.at, object: 'app', type: 'service' },
    probe: path && httpProbe(path),
  });
  const [container] = workload.containers;
  pieces.workloads.push(
    alive && container ? { ...workload, containers: [{ ...container, liveness: httpProbe(alive) }] } : workload,
  );
  pieces.exposure.push({ at: runtime.at, how: 'platform', outside: true });
  return true;
}

/** https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml */
function readServerless(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  if (!root.has('provider') && !root.has('functions')) return false;
  for (const { key, keySpan, value } of root.map('functions')?.entries ?? []) {
    const at = reading.text.place(keySpan);
    const events = value.kind === 'map' ? reading.maps(value, 'events') : [];
    const timer = events.find((event) => event.has('schedule'));
    const schedule = reading.written(timer, 'schedule') ?? reading.list(timer?.map('schedule'), 'rate')[0];
    const serves = events.some((event) => event.has('http') || event.has('httpApi') || event.has('alb'));
    pieces.workloads.push(
      platformWorkload({ name: key, at, object: 'function', type: serves ? 'service' : 'unknown', schedule }),
    );
    if (serves) pieces.exposure.push({ at, how: 'platform', outside: true });
  }
  for (const { key, keySpan, value } of mapAt(root, 'resources', 'Resources')?.entries ?? []) {
    const type = value.kind === 'map' ? reading.plain(value, 'Type') : undefined;
    const what = type === undefined ? undefined : CLOUD_STORES[type];
    if (what) pieces.stores.push(managedStore(key, reading.text.place(keySpan), ...what));
  }
  return true;
}

const CLOUD_STORES: Readonly<Record<string, readonly ['database' | 'bucket', string]>> = {
  'AWS::DynamoDB::Table': ['database', 'dynamodb'],
  'AWS::S3::Bucket': ['bucket', 's3'],
  'AWS::RDS::DBInstance': ['database', 'rds'],
};

/** https://kamal-deploy.org/docs/configuration/overview/ */
function readKamal(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const image = reading.raw(root, 'image');
  const service = reading.raw(root, 'service');
  if (!image || !(service ?? root.map('servers'))) return false;
  const path =
    reading.written(mapAt(root, 'proxy', 'healthcheck'), 'path') ?? reading.written(root.map('healthcheck'), 'path');
  pieces.workloads.push(
    platformWorkload({
      ...{ name: service?.text ?? '', at: (service ?? image).at, object: 'service', type: 'service', image },
      probe: path && httpProbe(path),
    }),
  );
  for (const { key, keySpan, value } of root.map('accessories')?.entries ?? []) {
    if (value.kind !== 'map') continue;
    const kept = value.has('directories') || value.has('volumes');
    const store = storeOf(key, reading.text.place(keySpan), reading.plain(value, 'image') ?? '', kept);
    if (store) pieces.stores.push(store);
  }
  for (const secret of reading.list(root.map('env'), 'secret'))
    pieces.secrets.push({ name: secret.text, at: secret.at });
  return true;
}
