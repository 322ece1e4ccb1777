import type { ReleaseToolFacts } from '@shipworthy/model';
import { readYaml } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** A Helm chart (`Chart.yaml`): what it packages can be brought back with `helm rollback`. Undefined when it is none. */
export function readChart(file: RepositoryFile): ReleaseToolFacts | undefined {
  const root = readYaml(file).documents[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const name = root.text('name');
  if (name === undefined || !root.has('version') || root.text('type') === 'library') return undefined;
  const node = root.get('appVersion');
  const version = node?.kind === 'scalar' && !node.isNull && /\d/.test(node.text) ? node : undefined;
  return {
    tool: 'Helm',
    does: ['way-back'],
    chart: { name, ...(version ? { appVersion: version.text, versionAt: version.span } : {}) },
  };
}
