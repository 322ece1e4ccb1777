import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const GO = 'module example.org/shop\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n';
const SERVICE = { Dockerfile: 'FROM scratch\n', 'go.mod': GO, 'main.go': 'package main\n' };
const NPM = '{"name":"web","private":true,"dependencies":{"next":"15"}}';
const dependabot = (...entries: readonly string[]) => ({
  '.github/dependabot.yml': `version: 2\nupdates:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`,
});
const GOMOD = 'package-ecosystem: gomod\n    directory: /';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'an entry for what there is', files: { ...SERVICE, ...dependabot(GOMOD) } },
    {
      name: 'a workspace whose lock file lies at the root',
      files: {
        Dockerfile: 'FROM scratch\n',
        'package.json': '{"private":true,"workspaces":["apps/*"],"devDependencies":{"turbo":"2"}}',
        'package-lock.json': '{"lockfileVersion":3}',
        'apps/web/package.json': NPM,
        ...dependabot('package-ecosystem: npm\n    directory: /'),
      },
    },
    {
      name: 'crates that others take, whatever the lock file of their workspace pins',
      files: {
        'Cargo.toml': '[workspace]\nmembers = ["frame", "frame-core"]\n',
        'Cargo.lock': 'version = 3\n',
        'frame/Cargo.toml': '[package]\nname = "frame"\nversion = "1.0.0"\n\n[dependencies]\nhttp = "1"\n',
        'frame/src/lib.rs': '',
        'frame-core/Cargo.toml': '[package]\nname = "frame-core"\nversion = "1.0.0"\n\n[dependencies]\nhttp = "1"\n',
        'frame-core/src/lib.rs': '',
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n',
        ...dependabot('package-ecosystem: github-actions\n    directory: /'),
      },
    },
    {
      name: 'patterns of folders',
      files: {
        ...SERVICE,
        'services/a/go.mod': GO,
        'services/b/c/go.mod': GO,
        ...dependabot('package-ecosystem: gomod\n    directories:\n      - /\n      - /services/**'),
      },
    },
    {
      name: 'Renovate beside a list of Dependabot',
      files: {
        ...SERVICE,
        'renovate.json': '{"extends":["config:base"]}',
        ...dependabot('package-ecosystem: github-actions\n    directory: /'),
      },
    },
    {
      name: 'Renovate in JSON5',
      files: { ...SERVICE, '.github/renovate.json5': "{\n  // all\n  extends: ['config:base'],\n}\n" },
    },
    {
      name: 'security updates only',
      files: { ...SERVICE, ...dependabot(`${GOMOD}\n    open-pull-requests-limit: 0`) },
    },
    {
      name: 'a pipeline by the clock',
      files: {
        ...SERVICE,
        '.github/workflows/update-deps.yml':
          'on:\n  schedule:\n    - cron: 0 0 * * 1\njobs:\n  update:\n    runs-on: ubuntu-latest\n    steps:\n      - run: go get -u ./...\n',
      },
    },
    {
      name: 'tools and examples may be left out',
      files: { ...SERVICE, 'tools/go.mod': GO, 'examples/web/package.json': NPM, ...dependabot(GOMOD) },
    },
    {
      name: 'an entry for another branch',
      files: {
        ...SERVICE,
        ...dependabot(GOMOD, 'package-ecosystem: npm\n    directory: /old\n    target-branch: release-1'),
      },
    },
  ],
  gap: [
    {
      name: 'a workspace is told once, by the manifest beside its lock file',
      files: {
        Dockerfile: 'FROM scratch\n',
        'Cargo.toml':
          '[package]\nname = "shop"\npublish = false\n\n[dependencies]\naxum = "1"\n\n[workspace]\nmembers = ["cart", "db"]\n',
        'Cargo.lock': 'version = 3\n',
        'src/main.rs': '',
        'cart/Cargo.toml': '[package]\nname = "cart"\npublish = false\n\n[dependencies]\nhttp = "1"\n',
        'db/Cargo.toml': '[package]\nname = "db"\npublish = false\n\n[dependencies]\nhttp = "1"\n',
        'go.mod': GO,
        ...dependabot(GOMOD),
      },
      findings: [
        '.github/dependabot.yml:3:24 warning No entry of this list reaches Cargo.toml (cargo): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
    {
      name: 'switched off',
      files: { ...SERVICE, 'renovate.json': '{"enabled": false}' },
      findings: [
        '.github/dependabot.yml (absent) info Nothing here opens a change when something that go.mod needs has a new version, so a hole is patched after the incident. Add .github/dependabot.yml or renovate.json, or say under evidence in .shipworthy.yaml which bot of your organisation does it.',
      ],
    },
    {
      name: 'a folder without a manifest, and a near one',
      files: {
        ...SERVICE,
        'apps/wep/package.json': NPM,
        'docs/readme.md': '# Docs\n',
        ...dependabot(
          GOMOD,
          'package-ecosystem: npm\n    directory: /docs',
          'package-ecosystem: npm\n    directory: "/apps/web"',
          'package-ecosystem: npm\n    directory: /apps/wep',
        ),
      },
      findings: [
        '.github/dependabot.yml:6:16 warning There is no package.json in /docs: this entry for npm updates nothing. Name the folder that holds one, or delete the entry.',
        '.github/dependabot.yml:8:16 error There is no folder /apps/web: nothing of npm is updated by this entry, and nobody is told. Did it move to /apps/wep?',
      ],
    },
    {
      name: 'only the images are left out',
      files: { ...SERVICE, Dockerfile: 'FROM golang:1.22\n', ...dependabot(GOMOD) },
      findings: [
        '.github/dependabot.yml:3:24 info No entry of this list reaches Dockerfile (docker): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
    {
      name: 'a folder that is gone for good',
      files: { ...SERVICE, ...dependabot(GOMOD, 'package-ecosystem: npm\n    directory: /old') },
      findings: [
        '.github/dependabot.yml:6:16 error There is no folder /old: nothing of npm is updated by this entry, and nobody is told. Name the folder it moved to.',
      ],
    },
    {
      name: 'modules below one that is listed',
      files: { ...SERVICE, 'api/go.mod': GO, ...dependabot(GOMOD) },
      findings: [
        '.github/dependabot.yml:3:24 info No entry of this list reaches api/go.mod (go): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
    {
      name: 'a pipeline by the clock beside a list',
      files: {
        ...SERVICE,
        'web/package.json': NPM,
        ...dependabot(GOMOD),
        '.github/workflows/update-deps.yml':
          'on:\n  schedule:\n    - cron: 0 0 * * 1\njobs:\n  update:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make update-deps\n',
      },
      findings: [
        '.github/dependabot.yml:3:24 info No entry of this list reaches web/package.json (npm); whether .github/workflows/update-deps.yml, which updates dependencies too, does so is not visible here. Look once, and add an entry for each that it leaves out.',
      ],
    },
    ...[
      { name: 'types and command-line tools only', files: {}, needs: '{"@types/node":"22","prettier":"3"}' },
      { name: 'beside code of Apps Script', files: { 'sheet/appsscript.json': '{}' }, needs: '{"gas-types":"1"}' },
    ].map(({ name, files, needs }) => ({
      name,
      files: {
        ...SERVICE,
        ...files,
        'sheet/package.json': `{"private":true,"devDependencies":${needs}}`,
        ...dependabot(GOMOD),
      },
      findings: [
        '.github/dependabot.yml:3:24 info No entry of this list reaches sheet/package.json (npm): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    })),
    {
      name: 'a module beside the one that is listed',
      files: {
        ...SERVICE,
        'api/go.mod': GO,
        'web/go.mod': GO,
        ...dependabot('package-ecosystem: gomod\n    directory: /api'),
      },
      findings: [
        '.github/dependabot.yml:3:24 warning No entry of this list reaches go.mod (go), web/go.mod (go): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
    ...[
      { name: 'given up by its title', files: { 'README.md': '# Shop [Deprecated]\n\nSells things.\n' } },
      { name: 'a sample by its title', files: { 'README.md': '# Shop: a sample application\n\nSells things.\n' } },
      { name: 'a sample by its name', files: { 'package.json': '{"name":"shop-demo","private":true}' } },
    ].map(({ name, files }) => ({
      name,
      files: { ...SERVICE, ...files, 'web/requirements.txt': 'requests==2.32.0\n', ...dependabot(GOMOD) },
      findings: [
        '.github/dependabot.yml:3:24 info No entry of this list reaches web/requirements.txt (python): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    })),
    {
      name: 'an application whose versions nothing pins, and a pinned list',
      files: {
        ...SERVICE,
        'web/package.json': NPM,
        'jobs/requirements.txt': 'requests==2.32.0\n',
        ...dependabot(GOMOD),
      },
      findings: [
        '.github/dependabot.yml:3:24 warning No entry of this list reaches jobs/requirements.txt (python), web/package.json (npm): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
    {
      name: 'managers that are named',
      files: { ...SERVICE, 'web/package.json': NPM, 'renovate.json': '{"enabledManagers": ["gomod"]}' },
      findings: [
        'renovate.json:1:2 info No entry of this list reaches web/package.json (npm): what is used there is patched after the incident. Add an entry for each, or a tool that knows it.',
      ],
    },
  ],
  skip: [
    {
      name: 'a package of a language for which no tool is known',
      files: {
        'shop.cabal': 'name: shop\nversion: 1.0\nlibrary\n  build-depends: base, aeson\n',
        'src/Shop.hs': 'module Shop where\n',
      },
    },
    {
      name: 'a package that allows ranges',
      files: {
        'pyproject.toml':
          '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "a"\ndependencies = ["attrs>=23"]\n',
        'src/a/__init__.py': '',
      },
    },
    {
      name: 'a package of npm that allows ranges',
      files: { 'package.json': '{"name":"a","exports":"./index.js","devDependencies":{"ava":"^6"}}', 'index.js': '' },
    },
    {
      name: 'a list that a package reads',
      files: {
        'pyproject.toml':
          '[build-system]\nrequires = ["setuptools"]\n[project]\nname = "a"\ndynamic = ["dependencies"]\n',
        'requirements.txt': 'tornado>=6\n',
        'a/__init__.py': '',
      },
    },
    {
      name: 'a Gemfile without a lock file',
      files: { Dockerfile: 'FROM scratch\n', Gemfile: "source 'https://rubygems.example'\ngem 'rails', '~> 8.0'\n" },
    },
    { name: 'nothing is needed', files: { Dockerfile: 'FROM scratch\n', 'main.go': 'package main\n' } },
  ],
  unknown: [
    {
      name: 'a job that leaves out the changes of a bot',
      files: {
        ...SERVICE,
        '.github/workflows/ci.yml':
          "on: pull_request\njobs:\n  deploy:\n    if: github.actor != 'dependabot[bot]'\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./preview\n",
      },
    },
    {
      name: 'a workflow for the branches of a bot',
      files: {
        ...SERVICE,
        '.github/workflows/ci.yml':
          "on:\n  push:\n    branches: ['dependabot/**']\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: go test ./...\n",
      },
    },
    { name: 'a policy of a service that opens changes', files: { ...SERVICE, '.snyk': 'version: v1.25.0\n' } },
    {
      name: 'a workflow merges what a bot opens',
      files: {
        ...SERVICE,
        '.github/workflows/dependabot-merge.yml':
          'on: pull_request\njobs:\n  merge:\n    runs-on: ubuntu-latest\n    steps:\n      - run: gh pr merge --auto\n',
      },
    },
  ],
});
