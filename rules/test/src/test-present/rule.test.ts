import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  'package.json': '{ "name": "shop", "private": true, "dependencies": { "express": "4.21.0" } }',
  Dockerfile: 'FROM node:22\n',
  'src/server.ts': 'listen();\n',
};
const TEST = "import { it, expect } from 'vitest';\nit('a', () => expect(1).toBe(1));\n";
const NONE =
  '. (absent) warning No tests found for src/ (TypeScript, 1 file). Whoever changes it next learns only from users what broke. Begin with one test for the function you are most afraid of.';
const many = (count: number, path: (index: number) => string, text: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [path(index), text]));

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a test of the root, as small libraries have it', files: { ...SERVICE, 'test.ts': TEST } },
    {
      name: 'tests beside the code in Rust',
      files: {
        'Cargo.toml': '[package]\nname = "a"\n[lib]\n',
        'src/lib.rs': 'fn a() {}\n#[test]\nfn b() { assert_eq!(1, 1); }\n',
      },
    },
    { name: 'bats for a script', files: { 'z.sh': 'echo z\n', 'test/z.bats': '@test "z" {\n  [ 1 -eq 1 ]\n}\n' } },
    {
      name: 'only end to end',
      files: {
        ...SERVICE,
        'e2e/a.spec.ts':
          "import { test, expect } from '@playwright/test';\ntest('a', async ({ page }) => { await expect(page).toHaveTitle('a'); });\n",
      },
    },
    {
      name: 'the browser sees what has no tests of its own',
      files: {
        ...many(20, (n) => `web/src/v${n}.ts`, 'export {};\n'),
        ...many(20, (n) => `api/m${n}.py`, 'x = 1\n'),
        'api/main_app.py': 'x = 1\n',
        'pyproject.toml': '[project]\nname = "a"\ndependencies = ["flask"]\n',
        Dockerfile: 'FROM python\n',
        'tests/test_pages.py': 'from selenium import webdriver\ndef test_a():\n    assert webdriver\n',
      },
    },
  ],
  gap: [
    {
      name: 'tests of others',
      files: { ...SERVICE, 'vendor/a/a.test.ts': TEST },
      findings: [NONE],
    },
    {
      name: 'a script is told in passing',
      files: { 'z.sh': 'echo z\n' },
      findings: [
        '. (absent) info No tests found for it (shell, 1 file). Whoever changes it next learns only from users what broke. Begin with one test for the function you are most afraid of.',
      ],
    },
    {
      name: 'one of two main languages',
      files: {
        ...many(20, (n) => `web/src/v${n}.ts`, 'export {};\n'),
        ...many(20, (n) => `api/m${n}.py`, 'x = 1\n'),
        'pyproject.toml': '[project]\nname = "a"\ndependencies = ["flask"]\n',
        Dockerfile: 'FROM python\n',
        'tests/test_a.py': 'def test_a():\n    assert 1\n',
      },
      findings: [
        'web/src (absent) info No tests found for the TypeScript in web/src/ (20 files), though other parts have some: a change there is tried out by users first. Begin with the function you are most afraid of.',
      ],
    },
  ],
  skip: [
    { name: 'pages only', files: { 'README.md': '# A\n', 'docs/a.md': '# B\n' } },
    {
      name: 'a language whose tests are not known',
      files: { 'package.json': SERVICE['package.json'], Dockerfile: 'FROM x\n', 'src/a.hs': 'main = x\n' },
    },
  ],
  unknown: [
    { name: 'an own harness', files: { ...SERVICE, 'tests/run.pl': 'print 1;\n' } },
    { name: 'a test file in which nothing is checked', files: { ...SERVICE, 'src/a.test.ts': 'export {};\n' } },
    {
      name: 'a pipeline that runs tests of elsewhere',
      files: {
        ...SERVICE,
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npx jest\n',
      },
    },
    {
      name: 'many sources of a language with tests inside',
      files: { ...many(40, (n) => `src/m${n}.rs`, 'fn a() {}\n'), 'Cargo.toml': '[package]\nname = "a"\n[lib]\n' },
    },
  ],
});
