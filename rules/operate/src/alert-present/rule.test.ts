import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const DEPLOYED = { ...SERVICE, 'fly.toml': 'app = "shop"\n' };
const RULES = 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n';
const RUNBOOK =
  '# Runbook: shop\n\n## Impact\n\nNobody can order.\n\n## Mitigation\n\nRun `fly apps restart shop` and watch the error rate for five minutes.\n';
const PARTS = {
  'fly.toml': 'app = "shop"\n',
  'services/cart/Dockerfile': 'FROM node:22\n',
  'services/cart/package.json': '{ "name": "cart", "private": true, "dependencies": { "express": "5.0.0" } }\n',
  'services/cart/server.js': 'listen()\n',
  'services/pay/Dockerfile': 'FROM node:22\n',
  'services/pay/package.json': '{ "name": "pay", "private": true, "dependencies": { "express": "5.0.0" } }\n',
  'services/pay/server.js': 'listen()\n',
};

const NAIS =
  'apiVersion: nais.io/v1alpha1\nkind: Application\nmetadata:\n  name: shop\n  namespace: cart\n  labels:\n    team: cart\nspec:\n  image: a/shop:1\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'an alarm in infrastructure code',
      files: {
        ...DEPLOYED,
        'infra/main.tf': 'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name = "errors"\n}\n',
      },
    },
    { name: 'rules beside all parts', files: { ...PARTS, 'monitoring/alerts.yaml': RULES } },
    {
      name: 'jsonnet',
      files: {
        ...DEPLOYED,
        'monitoring/alerts.libsonnet': "{ alert: 'Down', expr: 'up == 0', annotations: { runbook_url: 'a' } }\n",
      },
    },
  ],
  gap: [
    {
      name: 'an application in the namespace of a team',
      files: { ...SERVICE, 'nais/app.yaml': NAIS },
      findings: [
        'monitoring/alerts.yaml (absent) info Nothing here tells anybody when this repository fails. The team cart may alert for its whole namespace from elsewhere: say so under evidence in .shipworthy.yaml (kind: alert-rules), or write two alerts (requests fail; none succeeded for ten minutes).',
      ],
    },
    {
      name: 'several parts in the namespace of a team',
      files: { ...PARTS, 'nais/app.yaml': NAIS },
      findings: [
        'services/cart/monitoring/alerts.yaml (absent) info 2 parts of this repository run, cart among them, and nothing here tells anybody when one fails. The team cart may alert for its whole namespace from elsewhere: say so under evidence in .shipworthy.yaml (kind: alert-rules), or begin with the one that hurts most. ×2',
      ],
    },
    {
      name: 'runbooks that nothing opens',
      files: { ...DEPLOYED, 'docs/runbooks/shop.md': RUNBOOK },
      findings: [
        'monitoring/alerts.yaml (absent) warning Nothing here tells anybody when this repository fails, so the runbooks are opened only after a user called. Write two alerts (requests fail; none succeeded for ten minutes) that link to them.',
      ],
    },
    {
      name: 'a page of operations that nothing opens',
      files: {
        ...DEPLOYED,
        'docs/OPERATIONS.md':
          '# Operations\n\n```sh\nfly logs\n```\n\n```sh\nfly apps restart\n```\n\n```sh\nfly scale count 2\n```\n',
      },
      findings: [
        'monitoring/alerts.yaml (absent) warning Nothing here tells anybody when this repository fails, so the runbooks are opened only after a user called. Write two alerts (requests fail; none succeeded for ten minutes) that link to them.',
      ],
    },
    {
      name: 'nothing shows that it runs anywhere',
      files: SERVICE,
      findings: [
        'monitoring/alerts.yaml (absent) info Nothing here tells anybody when this repository fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
      ],
    },
    {
      name: 'a workflow that is called after a part brings that part to where it runs',
      files: {
        ...SERVICE,
        'apps/checker/Dockerfile': 'FROM node:22\n',
        'apps/checker/package.json': '{ "name": "checker", "private": true, "dependencies": { "express": "5.0.0" } }\n',
        '.github/workflows/deploy-checker.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: flyctl deploy\n        working-directory: apps/checker\n',
      },
      findings: [
        'apps/checker/monitoring/alerts.yaml (absent) warning Nothing here tells anybody when checker fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
        'monitoring/alerts.yaml (absent) info Nothing here tells anybody when this repository fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
      ],
    },
    {
      name: 'a service that another package of an owner reports to',
      files: {
        ...DEPLOYED,
        'apps/till/Dockerfile': 'FROM node:22\n',
        'apps/till/package.json':
          '{ "name": "till", "private": true, "dependencies": { "hono": "4.0.0", "@hono/sentry": "1.0.0" } }\n',
      },
      findings: [
        'monitoring/alerts.yaml (absent) warning Nothing here tells anybody when this repository fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
      ],
    },
    {
      name: 'a platform for copies of others',
      files: { ...SERVICE, 'render.yaml': 'services:\n  - type: web\n    name: shop\n' },
      findings: [
        'monitoring/alerts.yaml (absent) info Nothing here tells anybody when this repository fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
      ],
    },
    {
      name: 'several parts are one finding',
      files: PARTS,
      findings: [
        'services/cart/monitoring/alerts.yaml (absent) warning 2 parts of this repository run, cart among them, and nothing here tells anybody when one fails, or what to do then: their users are the monitoring. Begin with the one that hurts most: two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire. ×2',
      ],
    },
    {
      name: 'several parts with runbooks',
      files: { ...PARTS, 'docs/runbooks/shop.md': RUNBOOK },
      findings: [
        'services/cart/monitoring/alerts.yaml (absent) warning 2 parts of this repository run, cart among them, and nothing here tells anybody when one fails, so the runbooks are opened only after a user called. Begin with the one that hurts most: two alerts (requests fail; none succeeded for ten minutes). ×2',
      ],
    },
    {
      name: "the alerts of another part are that part's",
      files: { ...PARTS, 'services/cart/alerts.yaml': RULES },
      findings: [
        'services/pay/monitoring/alerts.yaml (absent) warning Nothing here tells anybody when pay fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
      ],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    {
      name: 'a library',
      files: { 'package.json': '{ "name": "a", "version": "1.0.0", "main": "a.js" }\n', 'a.js': '\n' },
    },
    {
      name: 'a server among the parts of what others install',
      files: {
        'ADOPTERS.md': '# Adopters\n',
        '.goreleaser.yml': 'version: 2\n',
        Dockerfile: 'FROM scratch\n',
        'main.go': 'package main\n',
        'go.mod': 'module example.com/a\n',
        'services/pay/Dockerfile': 'FROM node:22\n',
        'services/pay/package.json': '{ "name": "pay", "private": true, "dependencies": { "express": "5.0.0" } }\n',
        'services/pay/server.js': 'listen()\n',
      },
    },
  ],
  unknown: [
    {
      name: 'a workflow of another repository deploys it',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml':
          'on: push\njobs:\n  a:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n    with:\n      environment: production\n',
      },
    },
    {
      name: 'a service watches it',
      files: {
        ...DEPLOYED,
        'package.json':
          '{ "name": "shop", "private": true, "dependencies": { "express": "5.0.0", "@sentry/node": "9.0.0" } }\n',
      },
    },
    {
      name: 'a Go module of a service',
      files: {
        ...DEPLOYED,
        'go.mod': 'module example.com/shop\n\ngo 1.23\n\nrequire gopkg.in/DataDog/dd-trace-go.v1 v1.70.0\n',
      },
    },
  ],
});
