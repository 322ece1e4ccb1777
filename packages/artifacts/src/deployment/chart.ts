import type { YamlMap } from '../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from './pieces.ts';
import { storeOf } from './stores.ts';

/** A `Chart.yaml`: the charts it takes in, databases among them. False when it is none. */
export function readChart(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  if (!root.has('name') || !root.has('version') || !(root.has('apiVersion') || root.has('appVersion'))) return false;
  for (const dependency of reading.maps(root, 'dependencies')) {
    const name = reading.written(dependency, 'name');
    if (!name) continue;
    const source = reading.written(dependency, 'repository');
    pieces.sources.push(source && /^file:/.test(source.text) ? source : name);
    // Whether its data is kept is up to values that whoever installs the chart gives.
    const store = storeOf(name.text, name.at, name.text, false);
    if (store) pieces.stores.push(store);
  }
  return true;
}

/** Keys at the top of the values of nearly all charts. */
const VALUES_KEYS = ['image', 'images', 'replicaCount', 'service', 'ingress', 'resources', 'serviceAccount', 'global'];

/** A `values*.yaml` of a chart. */
export const looksLikeValues = (root: YamlMap): boolean =>
  VALUES_KEYS.some((key) => root.has(key)) ||
  root.entries.some(({ value }) => value.kind === 'map' && value.has('image'));

/** A helmfile: its releases by chart. False when it is none. */
export function readHelmfile(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const releases = reading.maps(root, 'releases');
  for (const release of releases) {
    const chart = reading.written(release, 'chart');
    if (chart) pieces.sources.push(chart);
  }
  return releases.length > 0 || root.has('helmfiles');
}

/** A `skaffold.yaml`: what it deploys, as far as it names files and charts. False when it is none. */
export function readSkaffold(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  if (!/^skaffold\//.test(reading.plain(root, 'apiVersion') ?? '')) return false;
  const manifests = root.map('manifests');
  pieces.sources.push(...reading.list(manifests, 'rawYaml'), ...reading.list(mapAt(manifests, 'kustomize'), 'paths'));
  pieces.sources.push(...reading.list(mapAt(root, 'deploy', 'kubectl'), 'manifests'));
  for (const release of [
    ...reading.maps(mapAt(root, 'deploy', 'helm'), 'releases'),
    ...reading.maps(mapAt(manifests, 'helm'), 'releases'),
  ]) {
    const chart = reading.written(release, 'chartPath') ?? reading.written(release, 'remoteChart');
    if (chart) pieces.sources.push(chart);
  }
  return true;
}
