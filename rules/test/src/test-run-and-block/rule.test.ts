import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const UNIT = "import { expect, test } from 'vitest';\ntest('adds', () => expect(1 + 1).toBe(2));\n";
const PYTHON = 'def test_adds():\n    assert 1 + 1 == 2\n';
const manifest = (scripts: Record<string, string>) => JSON.stringify({ name: 'cart', bin: 'cli.js', scripts });
const workflow = (steps: string, on = 'pull_request') =>
  `on: ${on}\njobs:\n  ci:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const run = (command: string) => `      - run: ${command}\n`;
const CI = '.github/workflows/ci.yml';
const NPM = { 'package.json': manifest({ test: 'vitest run' }), 'src/cart.test.ts': UNIT };
const TOOL = { 'pyproject.toml': '[project]\nname = "cart"\n[project.scripts]\ncart = "cart:main"\n' };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'in the folder that CMake builds in',
      files: {
        'db/till_test.cc': '#include "gtest/gtest.h"\nTEST(Till, Opens) { EXPECT_EQ(1, 1); }\n',
        'db/till.cc': 'int till() { return 1; }\n',
        'till.pc.in': 'Name: till\n',
        [CI]: workflow('      - working-directory: build\n        run: ctest -C Release --verbose\n'),
      },
    },
    {
      name: 'through make and a script of the shell',
      files: {
        ...NPM,
        Makefile: 'ci: deps\n\t./script/test\ndeps:\n\tnpm ci\n',
        'script/test': '#!/bin/sh\nset -e\nnpm test -- --coverage\n',
        [CI]: workflow(run('make ci')),
      },
    },
    {
      name: 'in every workspace',
      files: {
        'package.json': JSON.stringify({
          name: 'all',
          bin: 'x.js',
          workspaces: ['web'],
          scripts: { ci: 'turbo run test' },
        }),
        'web/package.json': manifest({ test: 'vitest run' }),
        'web/src/cart.test.ts': UNIT,
        [CI]: workflow(run('npm run ci')),
      },
    },
    {
      name: 'in a reusable workflow',
      files: {
        ...NPM,
        [CI]: 'on: pull_request\njobs:\n  test:\n    uses: ./.github/workflows/test.yml\n',
        '.github/workflows/test.yml': workflow(run('npx vitest run'), 'workflow_call'),
      },
    },
    {
      name: 'by schedule, which is told',
      files: { ...NPM, [CI]: workflow(run('npm test'), '{ schedule: [{ cron: "0 3 * * *" }] }') },
    },
    {
      name: 'the second run of a layer may fail',
      files: { ...NPM, [CI]: workflow(run('npm test') + run('npm test -- --coverage || true')) },
    },
    {
      name: 'a later step asks for the outcome',
      files: {
        ...NPM,
        [CI]: workflow(
          "      - id: tests\n        run: npm test\n        continue-on-error: true\n      - if: steps.tests.outcome == 'failure'\n        run: exit 1\n",
        ),
      },
    },
    {
      name: 'a comment beside it says why a failure stops nothing',
      files: {
        ...NPM,
        [CI]: workflow('      - run: npm test\n        continue-on-error: true # the sandbox is down at night\n'),
      },
    },
    {
      name: 'environments of tox',
      files: {
        ...TOOL,
        'tests/test_a.py': PYTHON,
        'tox.ini': '[testenv]\ncommands =\n    pytest {posargs}\n',
        [CI]: workflow(run('tox -e py312')),
      },
    },
    {
      name: 'GitLab',
      files: {
        ...TOOL,
        'tests/test_a.py': PYTHON,
        '.gitlab-ci.yml':
          'test:\n  script:\n    - poetry run pytest\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n',
      },
    },
  ],
  gap: [
    {
      name: 'a folder that the only run leaves out',
      files: { ...TOOL, 'tests/unit/test_a.py': PYTHON, [CI]: workflow(run('pytest docs/examples')) },
      findings: [
        'tests/unit/test_a.py:2:5 warning No pipeline runs the unit tests, such as tests/unit/test_a.py. A green run says nothing of what they check, and they rot unseen: run them on every change.',
      ],
    },
    {
      name: 'its failure is shrugged off in a script',
      files: { ...NPM, 'package.json': manifest({ test: 'vitest run || true' }), [CI]: workflow(run('npm test')) },
      findings: [
        '.github/workflows/ci.yml:6:14 error The unit tests (npm test → vitest run) may fail and the run is green all the same. A failure that stops nothing is read by nobody: let it fail the run, or say why not where the job is defined.',
      ],
    },
    {
      name: 'the job may fail',
      files: { ...NPM, '.gitlab-ci.yml': 'test:\n  script: npm test\n  allow_failure: true\n' },
      findings: [
        '.gitlab-ci.yml:3:3 error The unit tests (npm test → vitest run) may fail and the run is green all the same. A failure that stops nothing is read by nobody: let it fail the run, or say why not where the job is defined.',
      ],
    },
    {
      name: 'only when it is too late',
      files: { ...NPM, [CI]: workflow(run('npm test'), '{ push: { tags: ["v*"] } }') },
      findings: [
        '.github/workflows/ci.yml:6:14 warning The unit tests (npm test → vitest run) run only for releases. A mistake is found when it is to be shipped, not when it is made: run them on every change as well.',
      ],
    },
    {
      name: 'only by hand',
      files: { ...NPM, [CI]: workflow(run('npm test'), 'workflow_dispatch') },
      findings: [
        '.github/workflows/ci.yml:6:14 warning The unit tests (npm test → vitest run) run only by hand. A mistake is found when it is to be shipped, not when it is made: run them on every change as well.',
      ],
    },
  ],
  skip: [
    { name: 'no tests', files: { ...TOOL, [CI]: workflow(run('make')) } },
    { name: 'no pipeline', files: NPM },
    {
      name: 'pipelines that run nothing of it',
      files: { ...NPM, [CI]: workflow('      - uses: actions/dependency-review-action@v4\n') },
    },
  ],
  unknown: [
    {
      name: 'after every preview that is deployed',
      files: { ...NPM, [CI]: workflow(run('npm test'), 'deployment_status') },
    },
    {
      name: 'a system that is only detected',
      files: { ...NPM, Jenkinsfile: "pipeline { stages { stage('a') { steps { sh 'npm test' } } } }\n" },
    },
    {
      name: 'a workflow of another repository',
      files: { ...NPM, [CI]: 'on: pull_request\njobs:\n  ci:\n    uses: acme/ci/.github/workflows/node-ci.yml@v1\n' },
    },
    {
      name: 'a program of the repository',
      files: { ...NPM, 'scripts/ci.mjs': 'run();\n', [CI]: workflow(run('node scripts/ci.mjs')) },
    },
  ],
});
