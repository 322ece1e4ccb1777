import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import { formByName } from './form-by-name.ts';
import { makesObjects } from './jsonnet.ts';
import { namesObject } from './kubernetes/documents.ts';

/** What is run where: manifests, charts, compose files and the configurations of platforms. */
export const deploymentKind: KindModule<'deployment'> = {
  kind: 'deployment',
  factsVersion: 4,
  paths: {
    extensions: ['yaml', 'yml', 'jsonnet', 'libsonnet'],
    test: (name) => formByName(name) !== undefined || /\.ya?ml\.(?:tpl|tmpl|gotmpl|j2|erb)$/i.test(name),
    suggested: (path) => formByName(path.slice(path.lastIndexOf('/') + 1)) !== undefined,
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    formByName(path.slice(path.lastIndexOf('/') + 1)) !== undefined || bytes.includes('kind:') || /sonnet$/.test(path),
  sniff: (file) =>
    !file.path.startsWith('.github/workflows/') &&
    (formByName(file.baseName) !== undefined ||
      (/sonnet$/.test(file.path) ? makesObjects(file.text) : namesObject(file))),
  load: async () => (await import('./parse.ts')).parseDeployment,
  elements: ({ facts }) => [
    ...facts.workloads.map(({ name, object, at }) => listed('workload', `${object} ${name}`, at)),
    ...facts.stores.map(({ name, what, at }) => listed('store', `${what} ${name}`, at)),
    ...facts.secrets.map(({ name, at }) => listed('secret-name', name, at)),
  ],
};
