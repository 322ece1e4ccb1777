import type { CiSystem } from '@shipworthy/model';

/** A form of pipeline that is recognised and not read further. */
export interface DetectedForm {
  readonly system: CiSystem;
  /** Where the system looks, or where its users keep it. Absent: what it says is enough. */
  readonly path?: RegExp;
  /** What it must say to be one, each of them. */
  readonly says: readonly RegExp[];
}

const AZURE_KEYS = /^(?:trigger|pr|stages|jobs|steps|extends|resources|pool|parameters|schedules|variables):/m;
const AZURE_PARTS =
  /^[ \t]*-[ \t]*(?:task|script|bash|pwsh|powershell|stage|job|deployment|template|checkout|repository)[ \t]*:/m;
const TEKTON_KINDS = /^kind:[ \t]*["']?(?:Pipeline|PipelineRun|Task|TaskRun|TriggerTemplate)["']?[ \t]*(?:#.*)?\r?$/m;

/** In order: a file is the first that fits. */
export const DETECTED_FORMS: readonly DetectedForm[] = [
  {
    system: 'azure-pipelines',
    path: named(
      '(?:[\\w.-]*[-_.])?azure[-_]?pipelines?[\\w.-]*\\.ya?ml',
      '(?:\\.?azure-?(?:pipelines?|devops)|\\.azure|\\.pipelines|\\.?azdo|\\.vsts(?:-ci)?|\\.ado|eng/pipelines)/.*\\.ya?ml',
      '\\.vsts-ci\\.yml',
    ),
    says: [AZURE_KEYS, AZURE_PARTS],
  },
  { system: 'azure-pipelines', says: [AZURE_KEYS, /^[ \t]*-[ \t]*task:[ \t]*["']?[A-Z]\w*@\d/m] },
  { system: 'bitbucket', path: named('bitbucket-pipelines[\\w.-]*\\.ya?ml'), says: [/^(?:pipelines|definitions):/m] },
  {
    system: 'buildkite',
    path: named('[\\w.-]*buildkite[\\w.-]*\\.ya?ml', '\\.buildkite/.*\\.ya?ml'),
    says: [/^(?:steps:|-[ \t]+(?:label|command|wait|block)\b)/m],
  },
  {
    system: 'jenkins',
    path: named('Jenkinsfile(?:[-_.][\\w.-]+)?', '[\\w-]+[-_.]Jenkinsfile', '[\\w.-]+\\.jenkins(?:file)?'),
    says: [/^[ \t]*(?:pipeline[ \t]*\{|node\b|stage\b|@Library|library\b|properties\b|def[ \t]|\w+[ \t]*[({])/m],
  },
  {
    system: 'travis',
    path: named('\\.travis\\.ya?ml'),
    says: [
      /^(?:language|script|install|jobs|matrix|dist|os|sudo|before_install|before_script|stages|import|env|services):/m,
    ],
  },
  {
    system: 'drone',
    path: named('\\.drone(?:[-_.][\\w-]+)?\\.ya?ml', '\\.drone/.*\\.ya?ml'),
    says: [/^(?:kind:[ \t]*["']?pipeline|pipeline:|steps:)/m],
  },
  { system: 'drone', path: named('\\.drone\\.star'), says: [/\bdef\s+main\s*\(/] },
  {
    system: 'woodpecker',
    path: named('\\.woodpecker\\.ya?ml', '\\.woodpecker/.*\\.ya?ml'),
    says: [/^(?:steps|pipeline):/m],
  },
  {
    system: 'appveyor',
    path: named('\\.?appveyor[\\w.-]*\\.yml'),
    says: [
      /^(?:build|build_script|test|test_script|install|environment|image|version|platform|configuration|branches):/m,
    ],
  },
  {
    system: 'cirrus',
    path: named('\\.cirrus\\.yml'),
    says: [/^(?:\w*task|\w*pipe|container|env|include|task_\w+)\s*:/m],
  },
  { system: 'cirrus', path: named('\\.cirrus\\.star'), says: [/\bdef\s+(?:main|on_build_failed)\s*\(/] },
  { system: 'tekton', says: [/^apiVersion:[ \t]*["']?(?:triggers\.)?tekton\.dev\//m, TEKTON_KINDS] },
  {
    system: 'prow',
    says: [
      /^(?:presubmits|postsubmits|periodics):/m,
      /^[ \t]+(?:-[ \t]+)?(?:spec|decorate|cron|always_run|run_if_changed):/m,
    ],
  },
  {
    system: 'zuul',
    path: named('\\.?zuul\\.ya?ml', '\\.?zuul\\.d/.*\\.ya?ml'),
    says: [/^[ \t]*-[ \t]+(?:job|project|project-template|pipeline|nodeset|secret|semaphore|queue):/m],
  },
  {
    system: 'codefresh',
    path: named('\\.?codefresh[\\w.-]*\\.ya?ml', '\\.codefresh/.*\\.ya?ml'),
    says: [/^(?:steps|stages|spec):/m],
  },
  {
    system: 'semaphore',
    path: named('\\.semaphore/.*\\.ya?ml', '\\.?semaphore\\.ya?ml'),
    says: [/^(?:blocks|promotions|agent):/m],
  },
  {
    system: 'cloud-build',
    path: named('[\\w.-]*cloud-?build[\\w.-]*\\.ya?ml', '\\.?cloud-?build/.*\\.ya?ml'),
    says: [/^["']?steps["']?:/m, /^[ \t-]+["']?name["']?:/m],
  },
  {
    system: 'cloud-build',
    path: named('[\\w.-]*cloud-?build[\\w.-]*\\.json'),
    says: [/"steps"\s*:\s*\[/, /"name"\s*:/],
  },
  {
    system: 'codebuild',
    path: named('[\\w.-]*buildspec[\\w.-]*\\.ya?ml', '\\.?buildspecs?/.*\\.ya?ml'),
    says: [/^phases:/m],
  },
  {
    system: 'teamcity',
    path: named('\\.teamcity/.*\\.kts?'),
    says: [/\bproject\s*\{|\bBuildType\s*\(|\bbuildType\s*\(/],
  },
  {
    system: 'concourse',
    says: [
      /^jobs:/m,
      /^[ \t]+(?:-[ \t]+)?plan:/m,
      /^[ \t]*(?:-[ \t]*)?(?:get|put|task|set_pipeline|in_parallel|aggregate):/m,
    ],
  },
  // Services with a few users each.
  { system: 'other', path: named('\\.pipeline/[\\w.-]+\\.ya?ml'), says: [/^pipelines:/m] },
  { system: 'other', path: named('\\.builds/[^/]+\\.ya?ml', '\\.build\\.ya?ml'), says: [/^tasks:/m] },
  { system: 'other', path: named('\\.?taskcluster\\.ya?ml'), says: [/^(?:tasks|version|policy):/m] },
  { system: 'other', path: named('bitrise\\.ya?ml', 'codemagic\\.ya?ml'), says: [/^workflows:/m] },
  // Programs that write pipelines.
  {
    system: 'drone',
    path: named('\\.drone(?:[-_.][\\w-]+)?\\.jsonnet', '\\.drone/.*sonnet'),
    says: [/\bkind["']?:{1,3}\s*['"]pipeline|\bpipeline\b/],
  },
  {
    system: 'github-actions',
    path: named('[^/]*\\.(?:jsonnet|libsonnet)'),
    says: [/['"]runs-on['"]\s*\+?:|withRunsOn/, /\bjobs\b/, /\bsteps\b|withSteps/],
  },
  { system: 'gitlab', path: named('\\.gitlab-ci[\\w.-]*\\.(?:jsonnet|libsonnet)'), says: [/\bscript\b/] },
];

/** The pattern of files with one of these names, or of paths that hold such a folder. */
function named(...names: readonly string[]): RegExp {
  return new RegExp(`(?:^|/)(?:${names.join('|')})$`, 'i');
}

/** What the forms without a path say, for a look at the bytes. */
export const TELLING_WORDS = ['tekton.dev/', 'presubmits:', 'postsubmits:', 'periodics:', 'plan:', '- task:'];
