import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const workflow = (on: string) =>
  `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n`;
const tending = (action: string) =>
  `on: pull_request\njobs:\n  tend:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ${action}\n`;
const NONE =
  '.github/workflows (absent) warning No pipeline is configured here. The only proof that this works is the machine of whoever changed it last: run the build and the tests on every change, even if that is all it does. If they run elsewhere, `shipworthy explain pipeline/present` shows how to say so.';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'pushes', files: { ...SERVICE, '.github/workflows/ci.yml': workflow('push') } },
    {
      name: 'one of several',
      files: {
        ...SERVICE,
        '.github/workflows/a.yml': workflow('workflow_dispatch'),
        '.github/workflows/b.yml': workflow('[pull_request]'),
      },
    },
    { name: 'GitLab', files: { ...SERVICE, '.gitlab-ci.yml': 'test:\n  script: make test\n' } },
    {
      name: 'GitLab, all of it included',
      files: { ...SERVICE, '.gitlab-ci.yml': 'include:\n  - project: acme/ci\n    file: service.yml\n' },
    },
    {
      name: 'CircleCI',
      files: {
        ...SERVICE,
        '.circleci/config.yml': 'version: 2.1\njobs:\n  build:\n    docker: [{ image: a }]\n    steps: [run: make]\n',
      },
    },
    { name: 'Jenkins', files: { ...SERVICE, Jenkinsfile: 'pipeline {\n  agent any\n}\n' } },
    {
      name: 'Azure Pipelines',
      files: { ...SERVICE, 'azure-pipelines.yml': 'trigger: [main]\nsteps:\n  - script: make\n' },
    },
    {
      name: 'something in it that cannot be followed',
      files: {
        ...SERVICE,
        '.github/workflows/stale.yml': tending('actions/stale@v9'),
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./try\n',
        try: '#!/bin/sh\n./other "$@"\n',
      },
    },
    {
      name: 'a command that makes something',
      files: {
        ...SERVICE,
        Makefile: 'generate:\n\techo a > b\n',
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make generate\n',
      },
    },
    { name: 'Tekton', files: { ...SERVICE, '.tekton/a.yaml': 'apiVersion: tekton.dev/v1\nkind: PipelineRun\n' } },
  ],
  gap: [
    {
      name: 'a review of dependencies alone',
      files: { ...SERVICE, '.github/workflows/review.yml': tending('actions/dependency-review-action@v4') },
      findings: [
        '.github/workflows/review.yml:1:5 warning The only proof that this works is the machine of whoever changed it last: review.yml looks after other things, and nothing builds or tries the repository. Run the build and the tests on every change. If they run elsewhere, `shipworthy explain pipeline/present` shows how to say so.',
      ],
    },
    {
      name: 'several that look after the forge',
      files: {
        ...SERVICE,
        '.github/workflows/label.yml': tending('actions/labeler@v5'),
        '.github/workflows/stale.yml': tending('actions/stale@v9'),
      },
      findings: [
        '.github/workflows/label.yml:1:5 warning The only proof that this works is the machine of whoever changed it last: 2 pipelines like label.yml look after other things, and nothing builds or tries the repository. Run the build and the tests on every change. If they run elsewhere, `shipworthy explain pipeline/present` shows how to say so.',
      ],
    },
    {
      name: 'only by hand and by schedule',
      files: {
        ...SERVICE,
        '.github/workflows/nightly.yml': workflow("\n  schedule:\n    - cron: '0 3 * * *'\n  workflow_dispatch:"),
      },
      findings: [
        '.github/workflows/nightly.yml:2:3 warning No change starts the pipeline here; all of it runs by schedule, by tag or by hand. A mistake is found when somebody looks, not when it is made: run the build and the tests on every change as well.',
      ],
    },
    {
      name: 'several, and none by a change',
      files: {
        ...SERVICE,
        '.github/workflows/a.yml': workflow('release'),
        '.github/workflows/b.yml': workflow("\n  push:\n    tags: ['v*']"),
      },
      findings: [
        '.github/workflows/a.yml:1:5 warning No change starts any of the 2 pipelines here; all of it runs by schedule, by tag or by hand. A mistake is found when somebody looks, not when it is made: run the build and the tests on every change as well.',
      ],
    },
    {
      name: 'a workflow where GitHub does not look',
      files: { ...SERVICE, 'shop/.github/workflows/ci.yml': workflow('push') },
      findings: [NONE],
    },
    {
      name: 'a workflow that others call',
      files: { ...SERVICE, '.github/workflows/ci.yml': workflow('workflow_call') },
      findings: [NONE],
    },
    {
      name: 'a part that a pipeline of GitLab would include',
      files: { ...SERVICE, 'ci/deploy.gitlab-ci.yml': 'deploy:\n  script: make deploy\n' },
      findings: [NONE],
    },
    {
      name: 'what bots and linters read is no pipeline',
      files: {
        ...SERVICE,
        '.github/dependabot.yml': 'version: 2\nupdates: []\n',
        '.pre-commit-config.yaml': 'repos: []\n',
      },
      findings: [NONE],
    },
  ],
  skip: [{ name: 'a script', files: { 'z.sh': 'echo z\n' } }],
  unknown: [
    { name: 'Prow', files: { ...SERVICE, OWNERS: 'approvers:\n  - ana\n' } },
    {
      name: 'a badge of a system without jobs here',
      files: {
        ...SERVICE,
        'README.md': '# Shop\n\n[![build](https://jenkins.acme.org/shop.svg)](https://jenkins.acme.org/job/shop)\n',
      },
    },
  ],
});
