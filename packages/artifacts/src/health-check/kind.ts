import { isDockerfile } from '../container-build/names.ts';
import { formByName } from '../deployment/form-by-name.ts';
import type { KindModule } from '../kind-module.ts';
import { listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { ENTRY_POINTS } from './entry-points.ts';
import { HEALTH_OF_FRAMEWORKS, mayTurnOnHealth } from './frameworks.ts';
import { HINTS, isNamedAfterHealth, isSourceCandidate } from './source-signs.ts';

/** A manifest that a template engine finishes. */
const TEMPLATE = /\.ya?ml\.(?:tpl|tmpl|gotmpl|j2|erb)$/i;
/** Words of manifests that ask whether a program is well. */
const ASKS = ['Probe:', 'liveness:', 'readiness:', 'startup:'];

/** How a running program is asked whether it is well: in its manifest, its image or its own code. */
export const healthCheckKind: KindModule<'health-check'> = {
  kind: 'health-check',
  factsVersion: 4,
  paths: {
    extensions: ['yaml', 'yml'],
    test: (name) =>
      isDockerfile(name) || mayTurnOnHealth(name) || TEMPLATE.test(name) || formByName(name) !== undefined,
    suggested: () => false,
  },
  sample: ENTRY_POINTS,
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (isSourceCandidate(path)) return isNamedAfterHealth(name) || HINTS.some((hint) => bytes.includes(hint));
    if (mayTurnOnHealth(name) && HEALTH_OF_FRAMEWORKS.some((word) => bytes.includes(word))) return true;
    if (isDockerfile(name)) return bytes.includes('HEALTHCHECK');
    return ASKS.some((word) => bytes.includes(word)) || (formByName(name) !== undefined && bytes.includes('heck'));
  },
  sniff: ({ path }: RepositoryFile) => !path.startsWith('.github/'),
  load: async () => (await import('./parse.ts')).parseHealthCheck,
  elements: ({ facts }) => facts.checks.map(({ role, path, how, at }) => listed('check', `${role} ${path ?? how}`, at)),
};
