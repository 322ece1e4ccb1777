import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';
import { addSecret } from './pod.ts';

/** Fields of a Kustomization that name what it is put together from: https://kubectl.docs.kubernetes.io/references/kustomize/. */
const KUSTOMIZE_SOURCES = ['resources', 'bases', 'components', 'patchesStrategicMerge', 'crds', 'generators'];

/** What Argo CD, Flux, Flagger and Kustomize take in. */
export function addGitops(reading: Reading, root: YamlMap, kind: string, pieces: Pieces): void {
  const spec = root.map('spec');
  if (kind === 'Canary') {
    pieces.rollout ??= { how: 'canary', at: reading.keyAt(root, 'kind') };
    return;
  }
  if (!spec) {
    addKustomization(reading, root, pieces);
    return;
  }
  const template = kind === 'ApplicationSet' ? mapAt(spec, 'template', 'spec') : spec;
  const sources = [
    template?.map('source'),
    ...reading.maps(template, 'sources'),
    template,
    mapAt(spec, 'chart', 'spec'),
  ];
  for (const source of sources) {
    const path = reading.written(source, 'path') ?? reading.written(source, 'chart');
    if (path) pieces.sources.push(path);
  }
}

/** A `kustomization.yaml`. */
export function addKustomization(reading: Reading, root: YamlMap, pieces: Pieces): void {
  for (const key of KUSTOMIZE_SOURCES) pieces.sources.push(...reading.list(root, key));
  for (const patch of reading.maps(root, 'patches')) {
    const path = reading.written(patch, 'path');
    if (path) pieces.sources.push(path);
  }
  for (const generator of reading.maps(root, 'secretGenerator')) addSecret(reading, generator, 'name', pieces);
}
