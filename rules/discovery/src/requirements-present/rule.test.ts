import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  'compose.yaml': 'services:\n  api:\n    build: .\n    ports: ["8080:8080"]\n',
  Dockerfile: 'FROM python:3.12\nEXPOSE 8080\nCMD ["python", "main.py"]\n',
};
const ABSENT =
  'docs/requirements.md (absent) info No acceptance criteria, product brief or decision on scope was found. When this breaks, nobody can say which behaviour was the promise. One page is enough: who it is for, what job it does for them, when it is done, what limits it.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a product brief',
      files: {
        ...SERVICE,
        'docs/prd/export.md': '# Export\n\n## Users\n\nBuyers.\n\n## Success metrics\n\nNine of ten.\n',
      },
    },
    {
      name: 'a list of what must hold',
      files: {
        ...SERVICE,
        'docs/product-requirements.md': `# Product requirements\n\nEvery change must keep the first journey. It must stay simple. It must not need an account.\n\n${'Users come to try it out in a browser without help. '.repeat(6)}\n`,
      },
    },
    {
      name: 'a form that asks for acceptance criteria',
      files: {
        ...SERVICE,
        '.github/ISSUE_TEMPLATE/story.yml':
          'name: Story\nbody:\n  - type: textarea\n    attributes:\n      label: Acceptance criteria\n',
      },
    },
    {
      name: 'features among the tests',
      files: {
        ...SERVICE,
        'tests/features/a.feature':
          '# language: de\nFunktionalität: Export\n  Szenario: Klein\n    Dann sehe ich eine Datei\n',
      },
    },
    {
      name: 'a decision record',
      files: {
        ...SERVICE,
        'docs/adr/0001-scope.md': '# 1. Scope\n\n## Context\n\nOld.\n\n## Decision\n\nWe export only.\n',
      },
    },
  ],
  gap: [
    {
      name: 'a list of packages is none',
      files: { ...SERVICE, 'requirements.txt': 'flask==3.0\n' },
      findings: [ABSENT],
    },
    {
      name: 'requirements on the machine are none',
      files: {
        ...SERVICE,
        'docs/requirements.md': `# System requirements\n\nYou must have 4 GB of memory. You must have Docker. It must run on Linux.\n\n${'It also needs a disk that is fast enough for it. '.repeat(6)}\n`,
      },
      findings: [ABSENT],
    },
    {
      name: 'data for tests of a Gherkin tool is none',
      files: { ...SERVICE, 'testdata/good/a.feature': 'Feature: A\n  Scenario: B\n    Then C\n' },
      findings: [ABSENT],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    {
      name: 'a library that several maintain: its interface is the promise',
      files: {
        'package.json': '{ "name": "slug", "main": "index.js" }\n',
        'index.js': 'export default 1;\n',
        CODEOWNERS: '* @acme/shop\n',
      },
    },
  ],
});
