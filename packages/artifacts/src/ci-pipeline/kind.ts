import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { DETECTED_FORMS, TELLING_WORDS } from './detected.ts';
import { looksLikeGitlab } from './gitlab/looks-like.ts';
import { readSystemOf } from './where.ts';

const PATHS = DETECTED_FORMS.flatMap(({ path }) => (path ? [path] : []));
/** Files by name that are neither YAML nor JSON. */
const OTHER_NAMES =
  /^(?:jenkinsfile(?:[-_.].+)?|.+[-_.]jenkinsfile|.+\.jenkins(?:file)?|\.drone\.star|\.cirrus\.star|.*cloud-?build.*\.json|.*\.(?:jsonnet|libsonnet)|settings\.kts)$/i;

/** Wider than all places together: thousands of files of YAML are each asked once instead of for every system. */
const MAY_BE_NAMED =
  /pipeline|azure|azdo|vsts|\.ado|buildkite|jenkins|travis|drone|woodpecker|appveyor|cirrus|zuul|codefresh|semaphore|cloud-?build|buildspec|teamcity|\.builds?|taskcluster|bitrise|codemagic|workflows|action\.|gitlab|circleci|sonnet/i;

const isNamed = (path: string): boolean =>
  MAY_BE_NAMED.test(path) && (readSystemOf(path) !== undefined || PATHS.some((pattern) => pattern.test(path)));

/** Pipelines that build, test, release and deploy. Read in full: GitHub Actions, GitLab CI, CircleCI. */
export const ciPipelineKind: KindModule<'ci-pipeline'> = {
  kind: 'ci-pipeline',
  factsVersion: 8,
  paths: { extensions: ['yaml', 'yml'], test: (name) => OTHER_NAMES.test(name), suggested: isNamed },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    isNamed(path) ||
    TELLING_WORDS.some((word) => bytes.includes(word)) ||
    (bytes.includes('stage:') && bytes.includes('script:')),
  sniff: looksLikePipeline,
  load: async () => (await import('./parse.ts')).parseCiPipeline,
  elements: ({ facts }) => facts.jobs.map(({ id, at }) => listed('job', id, at)),
};

function looksLikePipeline({ path, text }: RepositoryFile): boolean {
  if (readSystemOf(path) !== undefined || looksLikeGitlab(text)) return true;
  return DETECTED_FORMS.some(
    (form) => (form.path?.test(path) ?? true) && form.says.every((pattern) => pattern.test(text)),
  );
}
