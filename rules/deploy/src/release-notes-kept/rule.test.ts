import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const at = (version: string, more = {}) => ({
  'package.json': `${JSON.stringify({ name: 'slug', version, main: 'index.js', ...more })}\n`,
  'index.js': 'export default 1;\n',
});
const LOG = '# Changelog\n\n## 2.3.0\n\n- Keep dots.\n';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a tool writes them', files: { ...at('2.0.0'), '.changeset/config.json': '{}\n' } },
    {
      name: 'a template of notes',
      files: {
        ...at('2.0.0'),
        '.github/changelog.yaml': 'sections:\n  - title: Major changes\n    labels: [feature]\n',
      },
    },
    {
      name: 'a workflow publishes a release',
      files: {
        ...at('2.0.0'),
        '.github/workflows/release.yml':
          'on: push\njobs:\n  a:\n    steps:\n      - run: gh release create v1 --generate-notes\n',
      },
    },
    {
      name: 'an old changelog that leads to where they are now',
      files: { ...at('2.0.0'), 'CHANGELOG.md': 'See https://github.com/acme/slug/releases\n' },
    },
    {
      name: 'what is not released yet is written down',
      files: { ...at('2.4.0'), 'CHANGELOG.md': '# Changelog\n\n## [UNRELEASED]\n\n- Colons.\n\n## 2.3.0\n\n- Dots.\n' },
    },
    { name: 'a version of development', files: { ...at('2.4.0-dev'), 'CHANGELOG.md': LOG } },
    { name: 'a stand-in', files: { ...at('0.0.0-development'), 'CHANGELOG.md': LOG } },
    {
      name: 'changelogs by version',
      files: {
        ...at('1.10.0'),
        'CHANGELOG/CHANGELOG-1.9.md': '# v1.9.0\n\n- A.\n',
        'CHANGELOG/CHANGELOG-1.10.md': '# v1.10.0\n\n- B.\n',
      },
    },
    {
      name: 'a page for each version',
      files: { ...at('2.0.0'), 'docs/release_notes/v2.0.0.md': '# Slug 2.0.0\n\n- A.\n' },
    },
    {
      name: "the repository's changelog went on where that of the package stops",
      files: {
        ...at('8.0.0'),
        'CHANGELOG.md': '# 8.0.0\n\n- A.\n',
        'packages/a/package.json': '{ "name": "a", "version": "8.0.0", "main": "a.js" }\n',
        'packages/a/CHANGELOG.md': '# 6.0.0\n\n- B.\n',
      },
    },
    {
      name: 'the README leads there',
      files: { ...at('2.0.0'), 'README.md': '# Slug\n\n[What changed](https://github.com/acme/slug/releases)\n' },
    },
    {
      name: 'versions of other packages in one changelog',
      files: {
        ...at('1.0.0'),
        'CHANGELOG.md': '# Changelog\n\n## @acme/cart@0.5.0\n\n- A.\n\n## slug@1.0.0\n\n- B.\n',
      },
    },
  ],
  gap: [
    {
      name: 'a workflow that follows drafts which were edited',
      files: {
        ...at('2.0.0'),
        '.github/workflows/drafts.yml':
          'on:\n  release:\n    types: [edited]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
      },
      findings: [
        'CHANGELOG.md (absent) info Nothing here says what changed between versions, and that is the first question of every incident. Keep a CHANGELOG.md, or one line in it that leads to where the notes are.',
      ],
    },
    {
      name: 'nothing',
      files: at('2.0.0'),
      findings: [
        'CHANGELOG.md (absent) info Nothing here says what changed between versions, and that is the first question of every incident. Keep a CHANGELOG.md, or one line in it that leads to where the notes are.',
      ],
    },
    {
      name: 'several packages of a repository, one finding',
      files: {
        ...at('2.0.0'),
        'packages/a/package.json': '{ "name": "a", "version": "1.1.0", "main": "a.js" }\n',
        'packages/a/CHANGELOG.md': '# a\n\n## 1.0.0\n\n- A.\n',
        'packages/b/package.json': '{ "name": "b", "version": "1.2.0", "main": "b.js" }\n',
        'packages/b/CHANGELOG.md': '# b\n\n## 1.0.0\n\n- B.\n',
      },
      findings: [
        "packages/a/CHANGELOG.md:3:1 warning 2 changelogs are behind their packages, packages/a/CHANGELOG.md first (1.0.0, and packages/a/package.json is at 1.1.0). 'What changed?' is the first question of every incident: add what is missing, or let a tool write it. ×2",
      ],
    },
  ],
  skip: [
    {
      name: 'a module of Go that nothing brings out',
      files: { 'go.mod': 'module acme.org/slug\n\ngo 1.24\n', 'slug.go': 'package slug\n\nfunc Slug() {}\n' },
    },
    { name: 'nothing is published', files: at('2.0.0', { private: true }) },
    {
      name: 'a service',
      files: {
        ...at('2.0.0'),
        Dockerfile: 'FROM node:22\n',
        'package.json':
          '{ "name": "shop", "version": "1.0.0", "main": "index.js", "dependencies": { "express": "4" } }\n',
      },
    },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
  ],
  unknown: [
    {
      name: 'releases are published on the forge',
      files: {
        ...at('2.0.0'),
        '.github/workflows/publish.yml':
          'on:\n  release:\n    types: [published]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm publish\n',
      },
    },
  ],
});
