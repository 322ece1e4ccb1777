import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const workflow = (...names: readonly string[]) => ({
  '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n${names
    .map((name) => `      ${name}: \${{ secrets.${name} }}\n`)
    .join('')}    steps:\n      - run: ./deploy\n`,
});
const THREE = { ...SERVICE, ...workflow('SLACK_WEBHOOK', 'DEPLOY_TOKEN', 'SIGNING_KEY') };
const page = (text: string) => ({ 'docs/operations.md': `# Operations\n\n${text}` });

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page on one sort of secret',
      files: {
        ...THREE,
        'docs/certs.md': '# Certificates\n\n## Renewing certificates\n\n1. Run `make renew`.\n2. Restart.\n',
      },
    },
    {
      name: 'the store rotates them',
      files: {
        'main.tf': 'resource "aws_secretsmanager_secret" "db" {\n  name = "db"\n  rotation = true\n}\n',
      },
    },
  ],
  gap: [
    {
      name: 'log files are rotated, and tokens of users',
      files: { ...THREE, ...page('## Log rotation\n\nDaily, by logrotate, for two weeks at most.\n') },
      findings: [
        'docs/secrets.md (absent) warning 3 secrets are used here (SLACK_WEBHOOK, DEPLOY_TOKEN, SIGNING_KEY), and no page says how one is replaced: when it leaks, the steps are learned live. Write a page with a row for each (where it is kept, who owns it, the steps) under a heading like "Rotating secrets".',
      ],
    },
  ],
  unknown: [
    {
      name: 'manifests alone name them',
      files: {
        ...SERVICE,
        'k8s/app.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a\n          envFrom:\n${[
          'db',
          'mail',
          'pay',
        ]
          .map((name) => `            - secretRef:\n                name: ${name}-password\n`)
          .join('')}`,
      },
    },
  ],
  skip: [
    {
      name: 'ambient and open ones',
      files: {
        ...SERVICE,
        ...workflow('GITHUB_TOKEN', 'AWS_REGION', 'SIGNING_PUBLIC_KEY', 'DOCKER_USERNAME', 'DEPLOY_TOKEN'),
      },
    },
    { name: 'no secrets', files: SERVICE },
    {
      name: 'a script and its pipeline',
      files: {
        'z.sh': 'echo z\n',
        '.github/workflows/ci.yml': Object.values(workflow('A_TOKEN', 'B_TOKEN', 'C_TOKEN'))
          .join('')
          .replace('./deploy', './z.sh'),
      },
    },
  ],
});
