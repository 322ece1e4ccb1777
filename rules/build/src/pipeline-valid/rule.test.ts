import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const job = (more = '') => `    runs-on: ubuntu-latest\n${more}    steps:\n      - run: make test\n`;
const at = (text: string) => ({ '.github/workflows/ci.yml': text });
const LOST = 'The run is refused or the line is ignored, and nobody is told: correct it, and look at the next run.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a doubtful word is left to a program that knows the language',
      files: {
        ...at(`on: push\njobs:\n  a:\n${job('    retries: 2\n')}`),
        '.github/workflows/lint.yml': `on: pull_request\njobs:\n  a:\n${job().replace('make test', 'actionlint')}`,
      },
    },
    {
      name: 'what a workflow may say',
      files: {
        'src/a.c': '',
        ...at(
          `name: ci\nrun-name: x\non:\n  push: { branches: [main], tags-ignore: [x], paths: ['src/**'] }\n  pull_request: { types: [opened] }\n  merge_group:\n  schedule:\n    - cron: '0 3 * * 1-5'\n  workflow_dispatch: { inputs: { a: { type: string } } }\npermissions: { contents: read, id-token: write }\nconcurrency: ci\njobs:\n  a:\n${job('    timeout-minutes: 5\n    permissions: {}\n')}  b:\n    needs: [a]\n    uses: acme/ci/.github/workflows/x.yml@v1\n    secrets: inherit\n`,
        ),
      },
    },
    {
      name: 'steps side by side',
      files: at(
        `on: push\njobs:\n  a:\n${job()}      - run: make serve\n        id: serve\n        background: true\n      - parallel:\n          - run: make lint\n          - uses: acme/scan@v1\n      - wait: serve\n      - name: all\n        wait-all: true\n      - cancel: serve\n`,
      ),
    },
    {
      name: 'a file at the root that somebody may add',
      files: at(`on: { push: { paths: [Makefile] } }\njobs:\n  a:\n${job()}`),
    },
    {
      name: 'a path that git ignores',
      files: { ...at(`on: { push: { paths: ['dist/api/**'] } }\njobs:\n  a:\n${job()}`), '.gitignore': 'dist/\n' },
    },
    {
      name: 'ignoring what is gone does no harm',
      files: at(`on: { push: { paths-ignore: ['website/**'] } }\njobs:\n  a:\n${job()}`),
    },
    {
      name: 'one of two places',
      files: {
        ...at(`on: { push: { paths: [docs/CODEOWNERS, .github/CODEOWNERS] } }\njobs:\n  a:\n${job()}`),
        '.github/CODEOWNERS': '* @acme/a\n',
      },
    },
    {
      name: 'an action of a tree that is checked out beside this one',
      files: at(
        'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n        with: { repository: acme/tools, path: tools }\n      - uses: ./tools/setup\n',
      ),
    },
    {
      name: 'an action where the caller works',
      files: at(
        'on: workflow_call\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./setup\n',
      ),
    },
    {
      name: 'GitLab with templates, references and hidden jobs',
      files: {
        '.gitlab-ci.yml':
          'stages: [build, ship]\n.base:\n  before_script: [make deps]\n  script: [make]\nbuild:\n  extends: .base\n  stage: build\nship:\n  stage: ship\n  needs: [build]\n  script:\n    - !reference [.base, before_script]\n    - make ship\nlast:\n  stage: .post\n  trigger: acme/other\n',
      },
    },
    {
      name: 'GitLab with includes: what is missing may stand there',
      files: {
        '.gitlab-ci.yml':
          'include:\n  - project: acme/ci\n    file: a.yml\ntest:\n  extends: .theirs\n  stage: other\n  needs: [theirs]\n',
      },
    },
    {
      name: 'CircleCI with orbs, approvals and a matrix',
      files: {
        '.circleci/config.yml':
          'version: 2.1\norbs: { node: circleci/node@5.2 }\njobs:\n  test:\n    docker: [{ image: a }]\n    steps: [checkout, { run: make }]\nworkflows:\n  main:\n    jobs:\n      - node/test\n      - test: { name: tests, requires: [node/test] }\n      - hold: { type: approval, requires: [tests] }\n      - test: { name: again, requires: [hold] }\n',
      },
    },
  ],
  gap: [
    {
      name: 'several words below the wrong event are one slip',
      files: {
        '.github/workflows/ci.yml':
          'on:\n  workflow_dispatch:\n    ref: main\n    branches: [main]\n    permissions: read-all\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
      },
      findings: [
        ".github/workflows/ci.yml:4:5 error GitHub Actions: 'ref', 'branches' and 'permissions' are no filters of workflow_dispatch, which takes only inputs. The run is refused or the line is ignored, and nobody is told: correct it, and look at the next run.",
      ],
    },
    {
      name: 'slips of keys and events',
      files: at(`on: [pull_requests]\njobs:\n  a:\n${job('    timeout-minute: 5\n')}`),
      findings: [
        `.github/workflows/ci.yml:1:6 error GitHub Actions: 'pull_requests' is no event of GitHub. 'pull_request' is near it. ${LOST}`,
        `.github/workflows/ci.yml:5:5 error GitHub Actions: 'timeout-minute' is no key of a job. 'timeout-minutes' is near it. ${LOST}`,
      ],
    },
    {
      name: 'a word that this tool may not know yet',
      files: at(`on: push\njobs:\n  a:\n${job('    retries: 2\n')}`),
      findings: [
        ".github/workflows/ci.yml:5:5 warning GitHub Actions: 'retries' is no key of a job, as far as this tool knows. If it is misspelled the line is ignored and nobody is told: check it against the documentation.",
      ],
    },
    {
      name: 'jobs in a circle, without work, and twice',
      files: at(
        `on: push\njobs:\n  a:\n${job('    needs: b\n')}  b:\n${job('    needs: [a]\n')}  c:\n    runs-on: x\n`,
      ),
      findings: [
        `.github/workflows/ci.yml:10:13 error GitHub Actions: waits for itself by way of a -> b -> a. ${LOST}`,
        `.github/workflows/ci.yml:13:3 error GitHub Actions: job 'c' has no steps. ${LOST}`,
      ],
    },
    {
      name: 'a local workflow and a local action that are gone',
      files: {
        ...at(
          `on: push\njobs:\n  a:\n    uses: ./.github/workflows/tests.yml\n  b:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./.github/actions/setup\n`,
        ),
        '.github/workflows/test.yml': `on: workflow_call\njobs:\n  a:\n${job()}`,
      },
      findings: [
        ".github/workflows/ci.yml:4:11 error GitHub Actions: calls './.github/workflows/tests.yml', which is not in this repository. '.github/workflows/test.yml' is near it. The run fails as soon as it gets there: correct the path, or take the call out.",
        ".github/workflows/ci.yml:9:15 error GitHub Actions: calls './.github/actions/setup', which is not in this repository. The run fails as soon as it gets there: correct the path, or take the call out.",
      ],
    },
    {
      name: 'one folder that is gone, in several workflows',
      files: {
        '.github/workflows/a.yml': `on: { push: { paths: ['old/api/**'] } }\njobs:\n  a:\n${job()}`,
        '.github/workflows/b.yml': `on: { push: { paths: ['old/api/**'] } }\njobs:\n  a:\n${job()}`,
      },
      findings: [
        ".github/workflows/a.yml:1:23 warning Changes to 'old/api/**' never start any of 2 triggers: nothing is there any more. What moved away from it is no longer checked: name its new place, or drop the lines. ×2",
      ],
    },
    {
      name: 'paths written as GitHub compares them with nothing',
      files: {
        '.github/workflows/a.yml': `on: { push: { paths: [./ci/lint.yml, /ci/run, docs] } }\njobs:\n  a:\n${job()}`,
        '.github/workflows/b.yml': `on: { push: { paths-ignore: [docs] } }\njobs:\n  a:\n${job()}`,
        'ci/lint.yml': '',
        'ci/run': '',
        'docs/a.txt': '',
      },
      findings: [
        ".github/workflows/a.yml:1:23 warning 2 path filters match no file, './ci/lint.yml' first, so changes there never start what they should: GitHub compares them with whole paths from the root, which begin without './' or '/'. Write 'ci/lint.yml', and the others like it. ×2",
        ".github/workflows/a.yml:1:47 warning 'docs' matches no file, so changes there never start what they should: GitHub compares it with whole paths from the root, and it is a folder. Write 'docs/**'.",
        ".github/workflows/b.yml:1:30 warning 'docs' matches no file, so changes there start what they should not: GitHub compares it with whole paths from the root, and it is a folder. Write 'docs/**'.",
      ],
    },
    {
      name: 'ignoring a path that is spelled otherwise',
      files: {
        ...at(`on: { push: { paths-ignore: ['test/unit/**'] } }\njobs:\n  a:\n${job()}`),
        'tests/unit/a.py': '',
      },
      findings: [
        ".github/workflows/ci.yml:1:30 warning Ignoring 'test/unit/**' ignores nothing: no such path is here. 'tests/unit' is near it. Changes that were meant to be left out start the pipeline every time: correct the path.",
      ],
    },
    {
      name: 'ignoring it in several places is one finding',
      files: {
        ...at(
          `on:\n  push: { paths-ignore: ['test/unit/**'] }\n  pull_request: { paths-ignore: ['test/unit/**'] }\njobs:\n  a:\n${job()}`,
        ),
        'tests/unit/a.test.ts': '',
      },
      findings: [
        ".github/workflows/ci.yml:2:26 warning Ignoring 'test/unit/**' ignores nothing in any of 2 places: no such path is here. 'tests/unit' is near it. Changes that were meant to be left out start the pipelines every time: correct the paths. ×2",
      ],
    },
    {
      name: 'GitLab',
      files: {
        '.gitlab-ci.yml':
          'stages: [build, tests]\na:\n  stage: test\n  script: x\nb:\n  stage: build\n  extends: .gone\nc:\n  stage: build\n  image: x\n  needs: [d]\n',
      },
      findings: [
        `.gitlab-ci.yml:3:10 error GitLab CI: is of stage 'test', which 'stages' does not list. 'tests' is near it. ${LOST}`,
        `.gitlab-ci.yml:7:12 error GitLab CI: extends '.gone', which this file does not define. ${LOST}`,
        `.gitlab-ci.yml:8:1 error GitLab CI: job 'c' has no script and starts no other pipeline. ${LOST}`,
        `.gitlab-ci.yml:11:11 error GitLab CI: waits for 'd', which is no job of this pipeline. ${LOST}`,
      ],
    },
    {
      name: 'CircleCI',
      files: {
        '.circleci/config.yml':
          'version: 2.1\njobs:\n  test:\n    docker: [{ image: a }]\n    steps: [checkout]\nworkflows:\n  main:\n    jobs:\n      - tests\n      - test: { requires: [lint] }\n',
      },
      findings: [
        `.circleci/config.yml:9:9 error CircleCI: runs 'tests', which is no job of this file. 'test' is near it. ${LOST}`,
        `.circleci/config.yml:10:28 error CircleCI: waits for 'lint', which is no job of workflow 'main'. ${LOST}`,
      ],
    },
  ],
  skip: [
    { name: 'a system that is recognised only', files: { Jenkinsfile: 'pipeline {\n  agent any\n}\n' } },
    { name: 'a skeleton', files: { 'shop/.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    needs: [b]\n' } },
  ],
});
