import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const at = (...steps: string[]) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const MOVES =
  'which its owner can move at any time: the next run then executes what it leads to, with the secrets of this pipeline. Pin the commit and leave the version in a comment, so that an update bot raises both.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'actions of GitHub, of this repository, and of its owner',
      files: {
        ...at('uses: actions/checkout@v4', 'uses: github/codeql-action/init@v3', 'uses: ./setup', 'uses: acme/x@main'),
        'package.json': '{ "name": "@acme/shop" }',
      },
    },
    { name: 'an expression', files: at(`uses: acme/x@\${{ inputs.ref }}`) },
    {
      name: "a workflow of an account that may be this repository's own",
      files: { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/x.yml@main\n' },
    },
    {
      name: 'the owner by its teams, and by a guard against copies',
      files: {
        ...at("if: github.repository_owner == 'acme'\n        uses: actions/checkout@v4", 'uses: tools/x@main'),
        '.github/workflows/b.yml':
          "on: push\njobs:\n  a:\n    if: github.repository == 'acme/shop'\n    runs-on: x\n    steps:\n      - uses: acme/x@main\n",
        CODEOWNERS: '* @tools/team\n',
      },
    },
    { name: 'left to a program', files: at('uses: acme/x@v1', 'run: zizmor .') },
    {
      name: 'scripts of a version, and scripts that are kept',
      files: at(
        'run: curl https://get.acme.org/v1.2.3/a.sh | sh',
        'run: curl -o a.sh https://get.acme.org/a.sh && sha256sum -c a.sum && sh a.sh',
        'run: curl https://acme.org/api | jq .shell',
        'run: curl https://acme.org/list | sh-list',
      ),
    },
    {
      name: 'orbs have versions that stay',
      files: {
        '.circleci/config.yml':
          'version: 2.1\norbs: { node: circleci/node@5.2 }\nworkflows:\n  a:\n    jobs: [node/test]\n',
      },
    },
  ],
  gap: [
    {
      name: 'the same action in several places',
      files: at('uses: acme/x@v1', 'uses: acme/x@v1'),
      findings: [
        '.github/workflows/ci.yml:6:15 info acme/x@v1 is taken by a tag in 2 places; its owner can move it at any time, and the next run then executes what it leads to, with the secrets of these pipelines. Pin the commit and leave the version in a comment, so that an update bot raises both. ×2',
      ],
    },
    {
      name: 'workflows of others',
      files: {
        '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/x.yml@main\n',
        CODEOWNERS: '* @shop/team\n',
      },
      findings: [
        `.github/workflows/ci.yml:4:11 info acme/ci/.github/workflows/x.yml@main is taken by a branch, ${MOVES}`,
      ],
    },
    {
      name: 'images without a version',
      files: {
        '.gitlab-ci.yml': 'test:\n  image: python:latest\n  script: make\n',
        ...at('uses: docker://alpine'),
      },
      findings: [
        '.github/workflows/ci.yml:6:15 info Image docker://alpine carries no version, so every run may get another one, and nobody can say which one built the last release. Name a version, better its digest.',
        '.gitlab-ci.yml:2:10 info Image python:latest carries no version, so every run may get another one, and nobody can say which one built the last release. Name a version, better its digest.',
      ],
    },
    {
      name: 'the same image and script in two jobs',
      files: {
        '.gitlab-ci.yml':
          'a:\n  image: python:latest\n  script: curl -sSf https://sh.acme.org | bash\nb:\n  image: python:latest\n  script: curl -sSf https://sh.acme.org | sudo -E bash\n',
      },
      findings: [
        '.gitlab-ci.yml:2:10 info Image python:latest carries no version in 2 places, so every run may get another one, and nobody can say which one built the last release. Name a version, better its digest. ×2',
        '.gitlab-ci.yml:3:11 info https://sh.acme.org is downloaded and executed in one go, in 2 places: whoever answers at that address decides what runs here. Download a version, compare its checksum, then run it. ×2',
      ],
    },
    {
      name: 'an orb by a name that moves',
      files: {
        '.circleci/config.yml':
          'version: 2.1\norbs: { node: circleci/node@volatile }\nworkflows:\n  a:\n    jobs: [node/test]\n',
      },
      findings: [`.circleci/config.yml:5:12 info circleci/node@volatile/test is taken by a name that moves, ${MOVES}`],
    },
  ],
  skip: [{ name: 'no pipeline', files: { 'main.py': 'print(1)\n' } }],
});
