import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const manifest = (name: string) =>
  `{ "name": "${name}", "private": true, "dependencies": { "express": "5.0.0", "@sentry/node": "9.0.0" } }\n`;
const SERVICE = { Dockerfile: 'FROM node:22\n', 'server.js': 'listen()\n', 'package.json': manifest('shop') };
const DEPLOYED = { ...SERVICE, 'fly.toml': 'app = "shop"\n' };
const rules = (annotations: string) =>
  `groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n${annotations}`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'alerts that link elsewhere',
      files: {
        ...DEPLOYED,
        'alerts.yaml': rules('        annotations:\n          runbook_url: https://wiki.acme.dev/down\n'),
      },
    },
  ],
  gap: [
    {
      name: 'nothing shows that it runs anywhere',
      files: SERVICE,
      findings: [
        'docs/runbooks (absent) info Sentry watches this repository, and nothing here says what to do when it calls: whoever is woken starts from zero. Write docs/runbooks/ for the failures you have had: what it means, who is hurt, where to look, how to stop the harm.',
      ],
    },
    {
      name: 'several parts are one finding',
      files: {
        'fly.toml': 'app = "shop"\n',
        'a/Dockerfile': 'FROM node:22\n',
        'a/package.json': manifest('a'),
        'a/server.js': '\n',
        'b/Dockerfile': 'FROM node:22\n',
        'b/package.json': manifest('b'),
        'b/server.js': '\n',
      },
      findings: [
        'a/docs/runbooks (absent) warning Sentry watches 2 parts of this repository, a among them, and nothing here says what to do when it calls: whoever is woken starts from zero. Begin with the failures you have had: what it means, who is hurt, where to look, how to stop the harm. ×2',
      ],
    },
  ],
  unknown: [
    {
      name: 'watched and deployed by a workflow of another repository',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml':
          'on: push\njobs:\n  a:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n    with:\n      environment: production\n',
      },
    },
  ],
  skip: [
    { name: 'alerts without guidance are asked one by one', files: { ...DEPLOYED, 'alerts.yaml': rules('') } },
    { name: 'nobody watches it', files: { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' } },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
  ],
});
