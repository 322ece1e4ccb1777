import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const DEPLOY = 'on: push\njobs:\n  deploy:\n    environment: production\n    steps:\n      - run: ./ship.sh\n';
const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const DEPLOYED = { ...SERVICE, '.github/workflows/deploy.yml': DEPLOY };
const NONE =
  'docs/rollback.md (absent) warning No page, workflow or platform here says how to take a release back, and the workflow deploy.yml brings releases out. The worst time to invent a way back is during the incident: write down when to go back, the command, and what becomes of the data.';
const sam = (type: string) =>
  `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    DeploymentPreference:\n      Type: ${type}\nResources:\n  Cart:\n    Type: AWS::Serverless::Function\n    Properties:\n      DeploymentPreference:\n        Alarms: [!Ref Errors]\n`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'alarms of a gradual deployment', files: { ...DEPLOYED, 'template.yaml': sam('!Ref HowFast') } },
    { name: 'a platform', files: { ...DEPLOYED, 'fly.toml': 'app = "shop"\n' } },
    { name: 'a chart', files: { ...DEPLOYED, 'chart/Chart.yaml': 'name: shop\nversion: 1.0.0\n' } },
    { name: 'a workflow', files: { ...DEPLOYED, '.github/workflows/rollback.yml': 'on: workflow_dispatch\n' } },
    {
      name: 'helm takes itself back',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml': 'jobs:\n  a:\n    steps:\n      - run: helm upgrade shop ./chart --atomic\n',
      },
    },
    {
      name: 'a platform that a workflow deploys to',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: gcloud run deploy shop\n',
      },
    },
    {
      name: 'a form asks for it',
      files: { ...DEPLOYED, '.github/pull_request_template.md': '## What\n\n## Rollback\n' },
    },
    {
      name: 'GitOps',
      files: {
        ...DEPLOYED,
        'apps/shop.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: shop\n',
      },
    },
    {
      name: 'a page in another language',
      files: {
        ...DEPLOYED,
        'docs/deploy.md': '# デプロイ\n\n## ロールバック\n\n1. `kubectl rollout undo deploy/shop`\n',
      },
    },
  ],
  gap: [
    {
      name: 'the way back of one piece of work',
      files: {
        ...DEPLOYED,
        'docs/widgets.md': '# Widgets 5 Migration Plan\n\n## Rollback Plan\n\n1. `git checkout main`\n',
      },
      findings: [NONE],
    },
    {
      name: 'alarms of a deployment that is everywhere at once',
      files: { ...DEPLOYED, 'template.yaml': sam('AllAtOnce') },
      findings: [NONE],
    },
    {
      name: 'transactions and features that are called rollback',
      files: {
        ...DEPLOYED,
        'docs/api.md': '# API\n\n## Transaction rollback\n\n```sql\nROLLBACK;\n```\n',
        'docs/deployment.md': '# Deployment\n\nWe never had to roll back.\n',
      },
      findings: [NONE],
    },
    {
      name: 'the host of a documentation site',
      files: { ...DEPLOYED, 'netlify.toml': '[build]\n' },
      findings: [NONE],
    },
    {
      name: 'a proposal is no way back',
      files: { ...DEPLOYED, 'docs/proposals/a.md': '# A\n\n## Rollback\n\n1. Run `make undo`.\n' },
      findings: [NONE],
    },
  ],
  skip: [
    {
      name: 'a workflow that others call',
      files: { ...SERVICE, '.github/workflows/deploy.yml': DEPLOY.replace('on: push', 'on:\n  workflow_call:\n') },
    },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    { name: 'nothing deploys it', files: SERVICE },
    {
      name: 'documentation is deployed',
      files: { ...SERVICE, '.github/workflows/deploy-docs.yml': DEPLOY },
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
  ],
});
