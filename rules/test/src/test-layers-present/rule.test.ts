import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const manifest = (...names: readonly string[]) =>
  JSON.stringify({
    name: 'shop',
    private: true,
    dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])),
  });
const service = (...names: readonly string[]) => ({
  'package.json': manifest('express', ...names),
  Dockerfile: 'FROM node:22\n',
  'src/server.js': 'listen();\n',
});
const UNIT = { 'src/a.test.js': "import { it, expect } from 'vitest';\nit('a', () => expect(1).toBe(1));\n" };
const E2E = {
  'e2e/a.spec.ts':
    "import { test, expect } from '@playwright/test';\ntest('a', async ({ page }) => { await expect(page).toHaveTitle('a'); });\n",
};
const JOURNEY =
  'e2e (absent) info No test walks through the site as its users do. Each part may pass while nobody can log in: let one test do the most important thing they come for.';
const workflow = (job: string) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${job}`,
});

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a framework that keeps the database at hand',
      files: {
        'requirements.txt': 'django==5\npsycopg2==2\n',
        'pyproject.toml': '[project]\nname = "a"\ndependencies = ["django", "psycopg2"]\n',
        Dockerfile: 'FROM python\n',
        'shop/tests/test_a.py':
          'from django.test import TestCase\nclass A(TestCase):\n    def test_a(self):\n        self.assertTrue(1)\n',
      },
    },
    {
      name: 'a pipeline that starts the store',
      files: {
        ...service('pg'),
        ...UNIT,
        ...workflow('    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: npm test\n'),
      },
    },
    {
      name: 'a journey in a browser crosses them all',
      files: { ...service('pg', 'stripe', 'react-dom'), ...UNIT, ...E2E },
    },
  ],
  gap: [
    {
      name: 'several boundaries are one thing to do',
      files: { ...service('pg', 'kafkajs', 'stripe'), ...UNIT },
      findings: [
        'test/integration (absent) warning No test meets the queue, database and payment provider (kafkajs, pg, stripe): what was read of its tests (1 file) works with stand-ins. What you stand in for is what changes on its own: let one test speak to the real thing, in a container or a sandbox.',
      ],
    },
    {
      name: 'a site without a journey',
      files: {
        ...service('react-dom'),
        ...UNIT,
        'index.html': '<html></html>',
        'src/pages/index.tsx': 'x\n',
        'pages/_app.tsx': 'x\n',
      },
      findings: [JOURNEY],
    },
  ],
  skip: [
    { name: 'no tests at all', files: service('pg') },
    { name: 'no boundary', files: { ...service(), ...UNIT } },
    {
      name: 'a library',
      files: { 'package.json': '{ "name": "a", "main": "index.js", "dependencies": { "pg": "1" } }', ...UNIT },
    },
  ],
  unknown: [
    {
      name: 'a pipeline that runs journeys of elsewhere',
      files: {
        ...service('react-dom'),
        ...UNIT,
        'pages/_app.tsx': 'x\n',
        ...workflow('    steps:\n      - run: npx cypress run --project ../journeys\n'),
      },
    },
  ],
});
