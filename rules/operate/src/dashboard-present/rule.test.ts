import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'in infrastructure code',
      files: { ...SERVICE, 'infra/main.tf': 'resource "grafana_dashboard" "shop" {\n  config_json = "{}"\n}\n' },
    },
  ],
  gap: [
    {
      name: 'what is deployed from here may be watched by its platform',
      files: { ...SERVICE, 'fly.toml': 'app = "shop"\n' },
      findings: [
        "monitoring/dashboards (absent) info No dashboard of this repository is kept here: the graph that is needed tonight is in the history of somebody's browser. Export the one you look at first, with traffic, errors and latency, into monitoring/dashboards/.",
      ],
    },
    {
      name: 'nothing shows that it runs anywhere',
      files: SERVICE,
      findings: [
        "monitoring/dashboards (absent) info No dashboard of this repository is kept here: the graph that is needed tonight is in the history of somebody's browser. Export the one you look at first, with traffic, errors and latency, into monitoring/dashboards/.",
      ],
    },
    {
      name: 'several parts are one finding',
      files: {
        'fly.toml': 'app = "shop"\n',
        'a/Dockerfile': 'FROM node:22\n',
        'a/package.json': '{ "name": "a", "private": true, "dependencies": { "express": "5.0.0" } }\n',
        'a/server.js': '\n',
        'b/Dockerfile': 'FROM node:22\n',
        'b/package.json': '{ "name": "b", "private": true, "dependencies": { "express": "5.0.0" } }\n',
        'b/server.js': '\n',
      },
      findings: [
        "a/monitoring/dashboards (absent) info 2 parts of this repository run, a among them, and no dashboard of them is kept here: the graph that is needed tonight is in the history of somebody's browser. Export the one you look at first, with traffic, errors and latency, into monitoring/dashboards/. ×2",
      ],
    },
  ],
  skip: [{ name: 'a script', files: { 'z.sh': 'echo z\n' } }],
  unknown: [
    {
      name: 'deployed by a workflow of another repository',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml':
          'on: push\njobs:\n  a:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n    with:\n      environment: production\n',
      },
    },
    {
      name: 'a service draws them',
      files: { ...SERVICE, 'requirements.txt': 'flask==3.0.0\nddtrace==2.0.0\n' },
    },
  ],
});
