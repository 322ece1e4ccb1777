import { describe, expect, test } from '@jest/globals';
import { pipelineOf } from '../testing.ts';

const pipeline = (text: string) => pipelineOf('.gitlab-ci.yml', text);
const jobOf = async (text: string, id = 'a') => (await pipeline(text))?.jobs.find((job) => job.id === id);
const triggersOf = async (job: string) =>
  (await jobOf(`a:\n  script: x\n${job}`))?.triggers?.map(({ on, branches }) => [
    on,
    ...(branches ?? []).map(({ text }) => text),
  ]);

describe('when a job runs', () => {
  test.each([
    ["  rules:\n    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'\n", [['change-request']]],
    [
      '  rules:\n    - if: $CI_MERGE_REQUEST_IID\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n',
      [['change-request'], ['push', '$CI_DEFAULT_BRANCH']],
    ],
    ['  rules:\n    - if: $CI_COMMIT_TAG =~ /^v/\n', [['tag']]],
    ["  rules:\n    - if: $CI_COMMIT_TAG == null && $CI_COMMIT_BRANCH == 'main'\n", [['push', 'main']]],
    [
      "  rules:\n    - if: $CI_PIPELINE_SOURCE == 'schedule' || $CI_PIPELINE_SOURCE == 'web'\n",
      [['schedule'], ['manual']],
    ],
    ['  rules:\n    - if: $DEPLOY == "1"\n', undefined],
    ["  rules:\n    - if: $CI_PIPELINE_SOURCE == 'push'\n      when: never\n    - when: always\n", []],
    ['  rules:\n    - when: never\n', []],
    ['  only: [merge_requests, main]\n', [['change-request'], ['push', 'main']]],
    ['  except: [tags]\n', [['push']]],
    ['  only: { refs: [tags] }\n', [['tag']]],
    ['', undefined],
  ])('%j', async (rules, triggers) => {
    expect(await triggersOf(rules)).toEqual(triggers);
  });

  test('the pipeline starts as its workflow says', async () => {
    const facts = await pipeline(
      "workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'\n    - if: $CI_COMMIT_BRANCH\na:\n  script: x\n",
    );
    expect(facts?.triggers.map(({ on }) => on)).toEqual(['change-request', 'push']);
  });

  test('changes of paths, and waiting for a person', async () => {
    const job = await jobOf('a:\n  script: x\n  rules:\n    - changes: [src/**]\n      when: manual\n');
    expect(job?.triggers?.map(({ paths }) => paths?.map(({ text }) => text))).toEqual([['src/**']]);
    expect(job?.manual).toBeDefined();
    expect((await jobOf('a:\n  script: x\n  when: manual\n'))?.manual).toBeDefined();
    expect((await jobOf('a:\n  script: x\n  rules: [{ when: manual }, { if: $A }]\n'))?.manual).toBeDefined();
    expect((await jobOf('a:\n  script: x\n  rules: [{ if: $A, when: manual }, { if: $B }]\n'))?.manual).toBeUndefined();
  });
});

describe('what a job does', () => {
  test('extended, by default, by reference and by anchor', async () => {
    const text =
      'default: { before_script: [make deps], image: python:3 }\n.base: &base\n  stage: build\n  script: [make]\n.more:\n  extends: .base\n  variables: { A: "1", B: "1" }\na:\n  extends: [.more]\n  variables: { B: "2" }\nb:\n  before_script: []\n  script:\n    - !reference [.base, script]\n    - [make x, [make y]]\nc:\n  <<: *base\n  inherit: { default: false }\n';
    const runs = async (id: string) => (await jobOf(text, id))?.steps.map(({ run }) => run?.text);
    expect(await runs('a')).toEqual(['make deps', 'make']);
    expect((await jobOf(text, 'a'))?.steps[0]?.variables).toEqual({ A: '1', B: '2' });
    expect((await jobOf(text, 'a'))?.runsOn?.text).toBe('python:3');
    expect(await runs('b')).toEqual(['make', 'make x', 'make y']);
    expect(await runs('c')).toEqual(['make']);
  });

  test('a change of folder holds for the commands behind it', async () => {
    const job = await jobOf('a:\n  script: [cd web, npm ci, cd ../api, make]\n  after_script: [make clean]\n');
    expect(job?.steps.map(({ folder }) => folder)).toEqual([undefined, 'web', 'web', 'api', undefined]);
  });

  test('what another file defines is said, not guessed', async () => {
    const text =
      'include: [{ local: /ci/base.yml }]\na:\n  extends: .theirs\nb:\n  variables: { X: "1" }\nc:\n  script: [!reference [.theirs, script]]\n';
    expect((await jobOf(text))?.extends?.map(({ name }) => name)).toEqual(['.theirs']);
    expect((await jobOf(text, 'b'))?.extends?.map(({ name }) => name)).toEqual(['b']);
    expect((await jobOf(text, 'c'))?.steps[0]?.calls).toMatchObject({
      where: 'templated',
      target: '!reference [.theirs, script]',
    });
  });

  test('references that lead to themselves end', async () => {
    const text = `.x:\n  script: [${Array(8).fill('!reference [.x, script]').join(', ')}]\na:\n  extends: .x\n`;
    expect((await jobOf(text))?.steps.length).toBeGreaterThan(0);
  });

  test('jobs of a stage wait for those of the stage before, unless they say for what', async () => {
    const facts = await pipeline(
      'stages: [build, none, ship]\nship:\n  stage: ship\n  script: x\nb1:\n  stage: build\n  script: x\nb2:\n  stage: build\n  script: x\nearly:\n  stage: ship\n  needs: [{ job: b1 }, { job: x, optional: true }]\n  script: x\n',
    );
    expect(facts?.jobs.map(({ id, needs }) => [id, needs.map(({ name }) => name)])).toEqual([
      ['ship', ['b1', 'b2']],
      ['b1', []],
      ['b2', []],
      ['early', ['b1']],
    ]);
  });

  test('environments by the values of variables; those that are stopped do not count', async () => {
    const matrix = 'a:\n  script: x\n  environment: { name: $TO-eu }\n  parallel: { matrix: [{ TO: [dev, prod] }] }\n';
    expect((await jobOf(matrix))?.environment?.values).toEqual(['dev-eu', 'prod-eu']);
    expect((await jobOf('a:\n  script: x\n  environment: review/$CI_COMMIT_REF_SLUG\n'))?.environment?.values).toEqual(
      [],
    );
    expect(
      (await jobOf('a:\n  script: x\n  environment: { name: prod, action: stop }\n'))?.environment,
    ).toBeUndefined();
  });
});

test('what is included', async () => {
  const facts = await pipeline(
    'include:\n  - /ci/a.yml\n  - local: ci/*.yml\n  - template: Jobs/SAST.gitlab-ci.yml\n  - { project: acme/ci, ref: v1.2, file: [/a.yml, b.yml] }\n  - component: $CI_SERVER_FQDN/acme/scan@1.0\n  - https://acme.org/ci.yml\n',
  );
  expect(facts?.includes.map(({ target, where, path, pinned }) => [target, where, path ?? pinned])).toEqual([
    ['/ci/a.yml', 'local', 'ci/a.yml'],
    ['ci/*.yml', 'local', 'ci/*.yml'],
    ['template:Jobs/SAST.gitlab-ci.yml', 'remote', 'tag'],
    ['project:acme/ci//a.yml@v1.2', 'remote', 'tag'],
    ['project:acme/ci//b.yml@v1.2', 'remote', 'tag'],
    ['component:$CI_SERVER_FQDN/acme/scan@1.0', 'remote', 'tag'],
    ['https://acme.org/ci.yml', 'remote', 'nothing'],
  ]);
});

test.each([
  ['.gitlab/agents/a/config.yaml', 'ci_access:\n  projects: []\n', false],
  ['.gitlab/dashboards/a.yml', 'dashboard: x\npanel_groups: []\n', false],
  ['.gitlab/ci/test.yml', 'test:\n  script: make\n', true],
  ['ci/deploy.gitlab-ci.yml', '.deploy:\n  script: make\n', true],
  ['config/test.yml', 'test:\n  script: make\n', false],
  ['ci/build.yml', '.deps: [make deps]\nbuild:\n  stage: build\n  script: make\n', true],
  ['deploy/stages.yml', 'release: v1\nbuild:\n  stage: build\n  script: make\n', false],
])('%s is a part of a pipeline: %#', async (path, text, is) => {
  expect((await pipelineOf(path, text)) !== undefined).toBe(is);
});
