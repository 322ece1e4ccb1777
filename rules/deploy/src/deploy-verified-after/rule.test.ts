import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const FLOW = '.github/workflows/deploy.yml';
const job = (...steps: string[]): Record<string, string> & { readonly [FLOW]: string } => ({
  Dockerfile: 'FROM python:3.12\n',
  'main.py': 'print(1)\n',
  [FLOW]: `name: Ship\non: push\njobs:\n  deploy:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const KUBECTL = 'run: kubectl apply -f k8s/';
const ends = (tool: string, mend: string, column = 14) =>
  `${FLOW}:6:${column} info deploy in ${FLOW} ends when ${tool} has taken the order, not when the new release answers; a release that does not start is found by its users. ${mend}.`;
const PAGE = 'Add a step behind it that asks for a page of the new release until it answers';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'it waits for the rollout', files: job(KUBECTL, 'run: kubectl rollout status deployment/shop') },
    { name: 'it asks for a page', files: job(KUBECTL, 'run: curl --fail https://shop.example.org/') },
    { name: 'a step is called so', files: job(KUBECTL, 'name: Smoke test\n        run: ./look.sh') },
    {
      name: 'an input says so',
      files: job(
        'uses: aws-actions/amazon-ecs-deploy-task-definition@v2\n        with: { wait-for-service-stability: true }',
      ),
    },
    { name: 'a platform waits', files: job('run: flyctl deploy') },
    { name: 'a command that waits', files: job('run: gcloud run deploy shop --image acme/shop') },
    {
      name: 'a job after it',
      files: {
        ...job(KUBECTL),
        [FLOW]: `${job(KUBECTL)[FLOW]}  look:\n    needs: deploy\n    steps:\n      - run: npx playwright test\n`,
      },
    },
    {
      name: 'a pipeline after it',
      files: {
        ...job(KUBECTL),
        '.github/workflows/after.yml':
          'on:\n  workflow_run:\n    workflows: [Ship]\njobs:\n  smoke:\n    steps:\n      - run: ./look.sh\n',
      },
    },
  ],
  gap: [
    {
      name: 'nothing looks at it',
      files: job(KUBECTL, 'run: echo done'),
      findings: [ends('kubectl', 'Add `kubectl rollout status` behind it, or a step that asks for a page of it')],
    },
    {
      name: 'a service of a cloud',
      files: job('uses: aws-actions/amazon-ecs-deploy-task-definition@v2'),
      findings: [
        ends(
          'aws-actions/amazon-ecs-deploy-task-definition',
          'Let it wait for the service to be stable, or add a step that asks for a page of it',
          15,
        ),
      ],
    },
    {
      name: 'tests before it do not look at it',
      files: {
        ...job(),
        [FLOW]: job('run: npx playwright test', KUBECTL)[FLOW].replace('deploy:', 'deploy:\n    environment: live'),
      },
      findings: [
        `${FLOW}:8:14 info deploy in ${FLOW} ends when kubectl has taken the order, not when the new release answers; a release that does not start is found by its users. Add \`kubectl rollout status\` behind it, or a step that asks for a page of it.`,
      ],
    },
    {
      name: 'several jobs are one finding',
      files: {
        ...job('uses: appleboy/ssh-action@v1'),
        '.github/workflows/other.yml': 'on: push\njobs:\n  ship:\n    steps:\n      - run: kubectl apply -f other/\n',
      },
      findings: [
        `${FLOW}:6:15 info deploy in ${FLOW} and 1 more end when appleboy/ssh-action has taken the order, not when the new release answers; a release that does not start is found by its users. ${PAGE}.`,
      ],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    { name: 'no job deploys it', files: { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' } },
  ],
  unknown: [{ name: 'only its name says that it deploys', files: job('run: ./ship.sh') }],
});
