import { expect, test } from '@jest/globals';
import { pipelineOf } from './testing.ts';

test.each([
  ['azure-pipelines', 'build/azure-pipelines.release.yml', 'trigger: [main]\nsteps:\n  - script: make\n'],
  ['azure-pipelines', 'ci.yml', "pool: x\nsteps:\n  - task: UseDotNet@2\n    inputs: { version: '9' }\n"],
  ['bitbucket', 'bitbucket-pipelines.yml', 'pipelines:\n  default: []\n'],
  ['buildkite', '.buildkite/pipeline.yml', 'steps:\n  - command: make\n'],
  ['jenkins', 'Jenkinsfile.release', "@Library('x') _\nbuild()\n"],
  ['travis', '.travis.yml', 'language: go\n'],
  ['drone', '.drone.yml', 'kind: pipeline\nname: x\n'],
  ['woodpecker', '.woodpecker/test.yaml', 'steps:\n  - image: go\n'],
  ['appveyor', 'appveyor.yml', 'build_script: make\n'],
  ['cirrus', '.cirrus.yml', 'test_task:\n  script: make\n'],
  ['tekton', 'ci/pipeline.yaml', 'apiVersion: tekton.dev/v1\nkind: Pipeline\n'],
  ['prow', 'jobs/x.yaml', 'presubmits:\n  acme/shop:\n    - name: x\n      decorate: true\n'],
  ['zuul', 'zuul.d/jobs.yaml', '- job:\n    name: x\n'],
  ['codefresh', 'codefresh.yml', 'version: "1.0"\nsteps: {}\n'],
  ['semaphore', '.semaphore/semaphore.yml', 'version: v1.0\nblocks: []\n'],
  ['cloud-build', 'cloudbuild.yaml', 'steps:\n  - name: docker\n'],
  ['codebuild', 'buildspec.yml', 'version: 0.2\nphases: {}\n'],
  ['teamcity', '.teamcity/settings.kts', 'project {\n}\n'],
  ['concourse', 'ci/pipeline.yml', 'jobs:\n- name: x\n  plan:\n  - get: repo\n'],
  ['github-actions', '.github/ci.jsonnet', "{ jobs: { a: { 'runs-on': 'x', steps: [] } } }\n"],
  ['other', '.pipeline/config.yaml', 'pipelines:\n  test: {}\n'],
])('%s: %s', async (system, path, text) => {
  expect(await pipelineOf(path, text)).toMatchObject({ system, read: 'detected' });
});

test.each([
  ['a dependency of a chart', 'chart/values.yaml', 'steps:\n  - name: x\n'],
  ['a plan that is none', 'plans.yaml', 'plan: basic\njobs: 3\n'],
  ['a playbook', 'site.yml', '- hosts: all\n  tasks:\n    - task: x\n'],
  ['an object about Tekton', 'crd.yaml', 'kind: Role\nrules:\n  - apiGroups: [tekton.dev]\n'],
  ['another library', 'lib.libsonnet', '{ jobs: [] }\n'],
  ['a page about Jenkins', 'docs/jenkins.yaml', 'title: Jenkins\n'],
])('%s is no pipeline', async (_, path, text) => {
  expect(await pipelineOf(path, text)).toBeUndefined();
});

test.each([
  ['.depot/workflows/ci.yaml', 'on: push\njobs:\n  a:\n    runs-on: x\n    steps: []\n', 'other'],
  ['.forgejo/workflows/ci.yml', 'on: push\njobs:\n  a:\n    runs-on: x\n    steps: []\n', 'other'],
  ['.bot/workflows/triage.yml', 'name: triage\nwhen: issue\n', undefined],
])('workflows in the folder of another host: %s', async (path, text, system) => {
  expect((await pipelineOf(path, text))?.system).toBe(system);
});

test('a pipeline that cannot be parsed is a problem, broken or filled in by a template', async () => {
  const { RepositoryFile } = await import('../repository-file.ts');
  const { ciPipelineKind } = await import('./kind.ts');
  const parse = await ciPipelineKind.load();
  const problemsOf = (text: string) => parse(new RepositoryFile('.github/workflows/a.yml', 'authored', text)).problems;
  expect(problemsOf('on: push\njobs: a: b\n')).toMatchObject([{ kind: 'ci-pipeline', effect: 'broken' }]);
  expect(problemsOf('on: push\n{% if x %}\njobs: a: b\n{% endif %}\n')[0]?.effect).toBe('unseen');
});
