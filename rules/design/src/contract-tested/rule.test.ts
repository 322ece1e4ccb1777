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
  'server.js': 'listen();\n',
});
const openapi = (title: string) =>
  `openapi: 3.1.0\ninfo: { title: ${title}, version: 1.0.0 }\npaths:\n  /a:\n    get:\n      responses:\n        '200': { description: A }\n`;
const OWN = { ...service(), 'openapi.yaml': openapi('Shop') };
const workflow = (run: string) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`,
});

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a pact',
      files: {
        ...OWN,
        'test/a.pact.spec.js': "import { PactV3 } from '@pact-foundation/pact';\nit('a', () => expect(1).toBe(1));\n",
      },
    },
    { name: 'a pipeline that calls the build', files: { ...OWN, ...workflow('schemathesis run openapi.yaml') } },
    {
      name: 'compared by hand',
      files: {
        ...OWN,
        'test/a.test.js':
          "import { readFileSync } from 'node:fs';\nit('a', () => expect(readFileSync('openapi.yaml')).toBe(1));\n",
      },
    },
    { name: 'served from it', files: { ...service('openapi-backend'), 'openapi.yaml': openapi('Shop') } },
  ],
  gap: [
    {
      name: 'what others provide and the product calls',
      files: { ...service(), 'api/webhook.yaml': openapi('DNS webhook') },
      findings: [
        'api/webhook.yaml:2:1 info api/webhook.yaml describes the service, and no test compares the two. They will drift apart, and a customer notices first: let a test check its responses against it, or run schemathesis against the build.',
      ],
    },
    {
      name: 'several descriptions are one thing to do, and their style is no test',
      files: {
        ...service(),
        ...workflow('npx spectral lint api/a.yaml'),
        'api/a.yaml': openapi('A'),
        'api/b.yaml': openapi('B'),
      },
      findings: [
        'api/a.yaml:2:1 warning 2 descriptions, api/a.yaml among them, describe the service, and no test compares them with it. They will drift apart, and a customer notices first: let a test check its responses against them, or run schemathesis against the build. ×2',
      ],
    },
  ],
  skip: [
    { name: 'made from the code', files: { ...service('@nestjs/swagger'), 'openapi.yaml': openapi('Shop') } },
    { name: 'an example', files: { ...service(), 'examples/openapi.yaml': openapi('Shop') } },
    { name: 'no service here', files: { 'openapi.yaml': openapi('Shop'), 'README.md': '# A\n' } },
    {
      name: 'no operation',
      files: {
        ...service(),
        'openapi.yaml': 'openapi: 3.1.0\ninfo: { title: A, version: 1.0.0 }\npaths: { x-later: true }\n',
      },
    },
  ],
  unknown: [],
});
