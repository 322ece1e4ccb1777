import type { ContainerFacts, ProbeFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';
import { managedStore } from '../stores.ts';
import { named } from './named-object.ts';
import { addSecret } from './pod.ts';

/** An Application or Naisjob of NAIS (https://doc.nais.io): the platform writes the Kubernetes objects from it. */
export function addNais(reading: Reading, root: YamlMap, kind: string, isJob: boolean, pieces: Pieces): void {
  const spec = root.map('spec');
  const schedule = reading.written(spec, 'schedule');
  const base = named(reading, root, kind);
  const image = reading.raw(spec, 'image');
  const port = reading.written(spec, 'port');
  const container: ContainerFacts = {
    name: base.name,
    at: base.at,
    ...(image ? { image } : {}),
    ports: port ? [{ ...(/^\d+$/.test(port.text) ? { number: Number(port.text) } : {}), at: port.at }] : [],
    ...Object.fromEntries(
      (['liveness', 'readiness', 'startup'] as const).flatMap((role) => {
        const probe = probeOf(reading, spec, role);
        return probe ? [[role, probe] as const] : [];
      }),
    ),
    variables: reading.maps(spec, 'env').flatMap((variable) => {
      const name = reading.written(variable, 'name');
      const text = reading.plain(variable, 'value');
      return name ? [{ name: name.text, ...(text === undefined ? {} : { text }), at: name.at }] : [];
    }),
  };
  const field = (key: string): WrittenAt | undefined => reading.written(spec, key);
  const [overlap, retries, deadline] = [
    field('concurrencyPolicy'),
    field('backoffLimit'),
    field('activeDeadlineSeconds'),
  ];
  pieces.workloads.push({
    ...base,
    type: isJob ? (schedule ? 'scheduled-job' : 'job') : 'service',
    containers: [container],
    ...(schedule ? { schedule } : {}),
    ...(overlap ? { overlap } : {}),
    ...(retries ? { retries } : {}),
    ...(deadline ? { deadline } : {}),
    templated: spec?.has('schedule') && !schedule ? ['schedule'] : [],
  });
  for (const ingress of reading.list(spec, 'ingresses'))
    pieces.exposure.push({
      at: ingress.at,
      how: 'ingress',
      host: ingress.text.replace(/^https?:\/\//, ''),
      outside: true,
    });
  for (const source of reading.maps(spec, 'envFrom')) addSecret(reading, source, 'secret', pieces);
  addStores(reading, spec, pieces);
}

function probeOf(reading: Reading, spec: YamlMap | undefined, key: string): ProbeFacts | undefined {
  const entry = spec?.entry(key);
  if (entry?.value.kind !== 'map') return undefined;
  const path = reading.written(entry.value, 'path');
  const port = reading.written(entry.value, 'port');
  return { at: reading.text.place(entry.keySpan), how: 'http', ...(path ? { path } : {}), ...(port ? { port } : {}) };
}

/** The platform backs up its databases by itself, as long as nobody turns that off. */
function addStores(reading: Reading, spec: YamlMap | undefined, pieces: Pieces): void {
  const gcp = spec?.map('gcp');
  for (const instance of reading.maps(gcp, 'sqlInstances')) {
    const at = reading.text.place(instance.entries[0]?.keySpan ?? instance.span);
    pieces.stores.push(
      managedStore(reading.plain(instance, 'name') ?? 'sqlInstances', at, 'database', 'postgresql', at),
    );
  }
  for (const bucket of reading.maps(gcp, 'buckets')) {
    const name = reading.raw(bucket, 'name');
    if (name) pieces.stores.push(managedStore(name.text, name.at, 'bucket', 'gcs'));
  }
  for (const key of ['redis', 'valkey'])
    for (const cache of reading.maps(spec, key)) {
      const name = reading.raw(cache, 'instance');
      if (name) pieces.stores.push(managedStore(name.text, name.at, 'cache', key));
    }
  const search = reading.raw(mapAt(spec, 'openSearch'), 'instance');
  if (search) pieces.stores.push(managedStore(search.text, search.at, 'search', 'opensearch'));
}
