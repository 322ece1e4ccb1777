import type { CiSystem } from '@shipworthy/rule-kit';

/** Systems that run pipelines as people call them. */
export const SYSTEMS: Readonly<Record<CiSystem, string>> = {
  'github-actions': 'GitHub Actions',
  gitlab: 'GitLab CI',
  circleci: 'CircleCI',
  'azure-pipelines': 'Azure Pipelines',
  bitbucket: 'Bitbucket Pipelines',
  buildkite: 'Buildkite',
  jenkins: 'Jenkins',
  travis: 'Travis CI',
  drone: 'Drone',
  woodpecker: 'Woodpecker',
  appveyor: 'AppVeyor',
  cirrus: 'Cirrus CI',
  tekton: 'Tekton',
  concourse: 'Concourse',
  prow: 'Prow',
  zuul: 'Zuul',
  codefresh: 'Codefresh',
  semaphore: 'Semaphore',
  'cloud-build': 'Cloud Build',
  codebuild: 'CodeBuild',
  teamcity: 'TeamCity',
  other: 'its system',
};
