import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const FLOW = '.github/workflows/deploy.yml';
const job = (...steps: string[]) => ({
  Dockerfile: 'FROM python:3.12\n',
  'main.py': 'print(1)\n',
  [FLOW]: `on: push\njobs:\n  deploy:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const nothing = (where: string, column = 14) =>
  `${FLOW}:5:${column} warning deploy in ${FLOW} deploys to ${where} that nothing in git describes. Setting it up again after a mistake means remembering clicks: keep the manifests or the infrastructure code here, or say in the configuration where they are.`;
const COMPOSE = { 'compose.yaml': 'services:\n  shop:\n    image: acme/shop:1\n' };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'infrastructure code',
      files: { ...job('run: aws ecs update-service'), 'infra/main.tf': 'resource "aws_ecs_service" "shop" {\n}\n' },
    },
    {
      name: 'the configuration of a platform',
      files: { ...job('run: flyctl deploy'), 'fly.toml': 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n' },
    },
    {
      name: 'a machine that runs what a compose file says',
      files: { ...job('uses: appleboy/ssh-action@v1'), ...COMPOSE },
    },
  ],
  gap: [
    {
      name: 'a cluster',
      files: job('run: kubectl set image deployment/shop shop=acme/shop:2'),
      findings: [nothing('a cluster')],
    },
    { name: 'a machine', files: job('uses: appleboy/ssh-action@v1'), findings: [nothing('a machine', 15)] },
    {
      name: 'a compose file describes no cluster',
      files: { ...job('run: kubectl set image deployment/shop shop=acme/shop:2'), ...COMPOSE },
      findings: [nothing('a cluster')],
    },
    {
      name: 'services of Azure',
      files: job('uses: azure/webapps-deploy@v3'),
      findings: [nothing('services of Azure', 15)],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    { name: 'no job deploys it', files: { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' } },
    { name: 'a platform that leaves nothing to describe', files: job('run: vercel deploy --prod') },
  ],
  unknown: [
    { name: 'only its name says that it deploys', files: job('run: ./ship.sh') },
    {
      name: 'the manifests are checked out from elsewhere',
      files: job(
        'uses: actions/checkout@v4\n        with: { repository: acme/manifests }',
        'run: kubectl apply -k prod',
      ),
    },
    { name: 'a chart from an address', files: job('run: helm upgrade shop oci://registry.example.org/shop') },
  ],
});
