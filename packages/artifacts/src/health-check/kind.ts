import type { KindModule } from '../kind-module.ts';
import { listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { ENTRY_POINTS } from './entry-points.ts';
import { HINTS, isNamedAfterHealth, isSourceCandidate } from './source-signs.ts';

const DOCKERFILE = /^(?:docker|container)file(?:[.-][\w.-]+)?$|[\w-]\.(?:docker|container)file$/i;
const MANIFEST = /\.(?:ya?ml(?:\.\w+)?|toml|hcl|nomad)$|^railway\.json$|task-?(?:def|definition)[\w.-]*\.json$/i;
/** Words of manifests that ask whether a program is well. */
const ASKS = ['Probe:', 'liveness:', 'readiness:', 'health', 'checks'];

/** How a running program is asked whether it is well: in its manifest, its image or its own code. */
export const healthCheckKind: KindModule<'health-check'> = {
  kind: 'health-check',
  factsVersion: 1,
  paths: {
    extensions: ['yaml', 'yml'],
    test: (name) => DOCKERFILE.test(name) || MANIFEST.test(name),
    suggested: () => false,
  },
  sample: ENTRY_POINTS,
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (isSourceCandidate(name)) return isNamedAfterHealth(name) || HINTS.some((hint) => bytes.includes(hint));
    return bytes.includes('HEALTHCHECK') || ASKS.some((word) => bytes.includes(word));
  },
  sniff: ({ path }: RepositoryFile) => !path.startsWith('.github/'),
  load: async () => (await import('./parse.ts')).parseHealthCheck,
  elements: ({ facts }) => facts.checks.map(({ role, path, how, at }) => listed('check', `${role} ${path ?? how}`, at)),
};
