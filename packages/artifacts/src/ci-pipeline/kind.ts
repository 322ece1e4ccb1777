import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { DETECTED_FORMS, TELLING_WORDS } from './detected.ts';
import { readSystemOf } from './where.ts';

const PATHS = DETECTED_FORMS.flatMap(({ path }) => (path ? [path] : []));
/** Files by name that are neither YAML nor JSON. */
const OTHER_NAMES =
  /^(?:jenkinsfile(?:[-_.].+)?|.+[-_.]jenkinsfile|.+\.jenkins(?:file)?|\.drone\.star|\.cirrus\.star|.*cloud-?build.*\.json|.*\.(?:jsonnet|libsonnet|kts|kt))$/i;

const isNamed = (path: string): boolean =>
  readSystemOf(path) !== undefined || PATHS.some((pattern) => pattern.test(path));

/** Pipelines that build, test, release and deploy. Read in full: GitHub Actions, GitLab CI, CircleCI. */
export const ciPipelineKind: KindModule<'ci-pipeline'> = {
  kind: 'ci-pipeline',
  factsVersion: 1,
  paths: { extensions: ['yaml', 'yml'], test: (name) => OTHER_NAMES.test(name), suggested: isNamed },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) => isNamed(path) || TELLING_WORDS.some((word) => bytes.includes(word)),
  sniff: looksLikePipeline,
  load: async () => (await import('./parse.ts')).parseCiPipeline,
  elements: ({ facts }) => facts.jobs.map(({ id, at }) => listed('job', id, at)),
};

function looksLikePipeline({ path, text }: RepositoryFile): boolean {
  if (readSystemOf(path) !== undefined) return true;
  return DETECTED_FORMS.some(
    (form) => (form.path?.test(path) ?? true) && form.says.every((pattern) => pattern.test(text)),
  );
}
