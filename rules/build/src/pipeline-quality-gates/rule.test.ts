import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const CI = '.github/workflows/ci.yml';
const ci = (command: string, on = 'pull_request') =>
  `on: ${on}\njobs:\n  ci:\n    runs-on: ubuntu-latest\n    steps:\n      - ${command}\n`;
const manifest = (scripts: Record<string, string>) => JSON.stringify({ name: 'cart', bin: 'cli.js', scripts });
const TOOL = { 'pyproject.toml': '[project]\nname = "cart"\n[project.scripts]\ncart = "cart:main"\n' };

testRule(import.meta.url, rule, {
  pass: [
    { name: 'an action', files: { ...TOOL, [CI]: ci('uses: pre-commit/action@v3') } },
    {
      name: 'through make',
      files: { ...TOOL, Makefile: 'lint:\n\tuv run ruff check\n', [CI]: ci('run: make lint', 'push') },
    },
    {
      name: 'the types are checked by a build',
      files: {
        'package.json': manifest({ typecheck: 'tsc --noEmit', build: 'vite build' }),
        [CI]: ci('run: npx biome ci && npm run build'),
      },
    },
  ],
  gap: [
    {
      name: 'configured',
      files: { ...TOOL, 'ruff.toml': 'line-length = 100\n', [CI]: ci('run: pytest') },
      findings: [
        '.github/workflows/ci.yml:3:3 warning No pipeline looks at style on changes, although ruff.toml sets it. What is set and not checked is decided by whoever merges last: run it on every change.',
      ],
    },
    {
      name: 'a configuration beside another package than that of create-react-app',
      files: {
        ...TOOL,
        'web/package.json': '{ "name": "web", "private": true, "dependencies": { "react-scripts": "5.0.1" } }\n',
        '.eslintrc': '{}\n',
        [CI]: ci('run: pytest'),
      },
      findings: [
        '.github/workflows/ci.yml:3:3 warning No pipeline looks at style on changes, although .eslintrc sets it. What is set and not checked is decided by whoever merges last: run it on every change.',
      ],
    },
    {
      name: 'nothing set up',
      files: { ...TOOL, '.editorconfig': 'root = true\n', [CI]: ci('run: pytest') },
      findings: [
        '.github/workflows/ci.yml:3:3 info No pipeline runs a linter or formatter on changes, and none is set up here. Reviews argue about style, and slips that a program sees in seconds get through: add one to the job that tests.',
      ],
    },
    {
      name: 'a plan of infrastructure is no style',
      files: { ...TOOL, Makefile: 'plan:\n\tterraform plan\n', [CI]: ci('run: pytest') },
      findings: [
        '.github/workflows/ci.yml:3:3 info No pipeline runs a linter or formatter on changes, and none is set up here. Reviews argue about style, and slips that a program sees in seconds get through: add one to the job that tests.',
      ],
    },
    {
      name: 'it may fail',
      files: { ...TOOL, [CI]: ci('run: flake8 . || true') },
      findings: [
        '.github/workflows/ci.yml:6:14 warning The check of style (flake8) may fail and the run is green all the same. What stops nothing is not read: let it fail the run.',
      ],
    },
    {
      name: 'types nobody checks',
      files: { 'package.json': manifest({ typecheck: 'tsc --noEmit' }), [CI]: ci('run: npx eslint .') },
      findings: [
        'package.json:1:43 warning No pipeline checks the types on changes; `npm run typecheck` would. Errors that a program finds in seconds wait for whoever runs it next: call it in a job that runs on every change.',
      ],
    },
    {
      name: 'by the clock',
      files: {
        ...TOOL,
        '.flake8': '[flake8]\n',
        '.github/workflows/nightly.yml': ci('run: flake8', '{ schedule: [{ cron: "0 3 * * 1" }] }'),
        [CI]: ci('run: pytest'),
      },
      findings: [
        '.github/workflows/nightly.yml:6:14 info Style is looked at by the clock (flake8), and on no change. What is found then was merged long before: run it on every change as well.',
      ],
    },
    {
      name: 'only after the merge',
      files: { ...TOOL, '.flake8': '[flake8]\n', [CI]: ci('run: flake8', '{ push: { branches: [main] } }') },
      findings: [
        '.github/workflows/ci.yml:3:3 warning No pipeline looks at style on changes, although .flake8 sets it. What is set and not checked is decided by whoever merges last: run it on every change.',
      ],
    },
  ],
  skip: [
    { name: 'no pipeline', files: TOOL },
    {
      name: 'pipelines that run nothing of it',
      files: { ...TOOL, 'ruff.toml': 'line-length = 100\n', [CI]: ci('uses: actions/dependency-review-action@v4') },
    },
  ],
  unknown: [
    {
      name: 'create-react-app lints inside of its build',
      files: {
        ...TOOL,
        'web/package.json': '{ "name": "web", "private": true, "dependencies": { "react-scripts": "5.0.1" } }\n',
        'web/.eslintrc': '{ "extends": "react-app" }\n',
        'web/Dockerfile': 'FROM node:22\nRUN npm run build\n',
        [CI]: ci('run: docker build web'),
      },
    },
    {
      name: 'pre-commit may be run by its service',
      files: { ...TOOL, '.pre-commit-config.yaml': 'repos: []\n', [CI]: ci('run: pytest') },
    },
    { name: 'a system that is only detected', files: { ...TOOL, Jenkinsfile: 'pipeline { }\n' } },
    {
      name: 'a workflow of another repository',
      files: {
        ...TOOL,
        [CI]: 'on: pull_request\njobs:\n  ci:\n    uses: acme/ci/.github/workflows/python-checks.yml@v1\n',
      },
    },
  ],
});
