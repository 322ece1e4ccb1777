import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const workflow = (...names: readonly string[]) => ({
  '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n${names
    .map((name) => `      ${name}: \${{ secrets.${name} }}\n`)
    .join('')}    steps:\n      - run: ./deploy\n`,
});
const THREE = { ...SERVICE, ...workflow('STORE_PASSWORD', 'DEPLOY_TOKEN', 'SIGNING_KEY') };
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
        'docs/secrets.md (absent) info 3 secrets are used here (STORE_PASSWORD, DEPLOY_TOKEN, SIGNING_KEY), and no page says how one is replaced: when it leaks, the steps are learned live. Write a page with a row for each (where it is kept, who owns it, the steps) under a heading like "Rotating secrets".',
      ],
    },
  ],
  unknown: [
    {
      name: 'a workflow of another repository is handed them',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    uses: acme/ops/.github/workflows/deploy.yml@v1\n    secrets:\n      a: \${{ secrets.A_TOKEN }}\n      b: \${{ secrets.B_TOKEN }}\n      c: \${{ secrets.C_TOKEN }}\n`,
      },
    },
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
    {
      name: 'secrets of tests and of services that look at code',
      files: { ...SERVICE, ...workflow('E2E_TEST_PASSWORD', 'CODECOV_TOKEN', 'SONAR_TOKEN', 'SNYK_TOKEN', 'TEST_KEY') },
    },
    {
      name: "values for a developer's machine",
      files: {
        ...SERVICE,
        'dev/.env.example': 'DB_PASSWORD=\nSMTP_PASSWORD=\nSESSION_SECRET=\n',
        '.env.development': 'API_SECRET=\nADMIN_PASSWORD=\nPAY_TOKEN=\n',
      },
    },
    {
      name: 'outputs of a step that is called after secrets',
      files: {
        ...SERVICE,
        '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - id: fetch-secrets\n        run: ./fetch\n      - run: ./deploy\n        env:\n          A: \${{ steps.fetch-secrets.outputs.A }}\n          B: \${{ secrets.B_TOKEN }}\n          C: \${{ secrets.C_TOKEN }}\n`,
      },
    },
    {
      name: 'addresses of hooks, users of a version, parameters of what others call',
      files: {
        ...SERVICE,
        ...workflow('SLACK_WEBHOOK_URL', 'CHAT_WEBHOOK', 'POSTGRES_USER_V15', 'A_TOKEN', 'B_TOKEN'),
        '.github/workflows/part.yml': `on:\n  workflow_call:\n    secrets:\n      some_token: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: a\n        env:\n          A: \${{ secrets.some_token }}\n`,
      },
    },
    {
      name: 'what documentation and samples show',
      files: {
        ...SERVICE,
        'docs/snippets/secret.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  API_TOKEN: a\n  DB_PASSWORD: b\n  SIGNING_KEY: c\n',
        'docs/.env.example': 'API_TOKEN=\nSMTP_PASSWORD=\nSESSION_SECRET=\n',
        'store-samples/.env.example': 'A_TOKEN=\nB_PASSWORD=\nC_SECRET=\n',
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
