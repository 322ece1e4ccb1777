import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const FLOW = '.github/workflows/deploy.yml';
const PUSH = 'on:\n  push:\n    branches: [main]\n';
const APPLY = '    steps:\n      - run: kubectl apply -f k8s/\n';
const service = (text: string, path = FLOW) => ({ ...SERVICE, [path]: text });
const OPEN =
  'deploys straight to where the users are: no environment, no stage before it, nobody who starts it, no release in part. A bad commit reaches every user in minutes.';
const HUB = 'Add `environment: production` to it, or a job it needs that deploys to staging.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'other branches are brought to another stage',
      files: service(
        `on: push\njobs:\n  deploy-dev:\n    if: github.ref_name == 'main' || startsWith(github.ref_name, 'dev-')\n${APPLY}  deploy-prod:\n    if: github.ref_name == 'main'\n${APPLY}`,
      ),
    },
    { name: 'an environment', files: service(`${PUSH}jobs:\n  a:\n    environment: production\n${APPLY}`) },
    {
      name: 'an environment that an expression gives',
      files: service(`${PUSH}jobs:\n  deploy:\n    environment: \${{ inputs.environment || 'production' }}\n${APPLY}`),
    },
    { name: 'a person starts it', files: service(`on: workflow_dispatch\njobs:\n  deploy:\n${APPLY}`) },
    {
      name: 'a release is published',
      files: service(`on:\n  release:\n    types: [published]\njobs:\n  deploy:\n${APPLY}`),
    },
    {
      name: 'an approval before it',
      files: service(
        'version: 2.1\njobs:\n  deploy:\n    docker: [{ image: a/b:1 }]\n    steps:\n      - run: kubectl apply -f k8s/\nworkflows:\n  w:\n    jobs:\n      - hold: { type: approval }\n      - deploy: { requires: [hold] }\n',
        '.circleci/config.yml',
      ),
    },
    {
      name: 'manual in GitLab',
      files: service('deploy:\n  script: kubectl apply -f k8s/\n  when: manual\n', '.gitlab-ci.yml'),
    },
    {
      name: 'a plan before it',
      files: service(
        `${PUSH}jobs:\n  plan:\n    steps:\n      - run: terraform plan\n  apply:\n    needs: plan\n    steps:\n      - run: terraform apply -auto-approve\n`,
      ),
    },
    {
      name: 'change requests get a preview',
      files: {
        ...service(`${PUSH}jobs:\n  deploy:\n    steps:\n      - run: vercel deploy --prod\n`),
        '.github/workflows/preview.yml':
          'on: pull_request\njobs:\n  deploy-preview:\n    steps:\n      - run: vercel deploy\n',
      },
    },
    {
      name: 'the plan is shown on the change request',
      files: {
        ...service(`${PUSH}jobs:\n  apply:\n    steps:\n      - run: terraform apply -auto-approve\n`),
        '.github/workflows/plan.yml': 'on: pull_request\njobs:\n  plan:\n    steps:\n      - run: terraform plan\n',
      },
    },
    {
      name: 'a job between that has an environment',
      files: service(
        `${PUSH}jobs:\n  approve:\n    environment: release\n    steps:\n      - run: echo ok\n  deploy:\n    needs: approve\n${APPLY}`,
      ),
    },
    {
      name: 'a tag, and staging on every merge',
      files: {
        ...service(`on:\n  push:\n    tags: ['v*']\njobs:\n  deploy:\n${APPLY}`),
        '.github/workflows/staging.yml': `${PUSH}jobs:\n  deploy:\n${APPLY}`,
      },
    },
    {
      name: 'a branch for each stage, and every night as well',
      files: {
        ...service(
          `on:\n  push:\n    branches: [release]\n  schedule:\n    - cron: '0 3 * * *'\njobs:\n  deploy:\n${APPLY}`,
        ),
        '.github/workflows/staging.yml': `on:\n  push:\n    branches: [staging]\njobs:\n  deploy:\n${APPLY}`,
      },
    },
    {
      name: 'without traffic at first',
      files: service(`${PUSH}jobs:\n  deploy:\n    steps:\n      - run: gcloud run deploy shop --no-traffic\n`),
    },
    {
      name: 'a canary',
      files: {
        ...service(`${PUSH}jobs:\n  deploy:\n${APPLY}`),
        'k8s/shop.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata:\n  name: shop\nspec:\n  strategy:\n    canary:\n      steps: []\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: acme/shop:1\n',
      },
    },
    {
      name: 'the environment stands in the workflow it calls',
      files: {
        ...service(`${PUSH}jobs:\n  deploy:\n    uses: ./.github/workflows/to.yml\n`),
        '.github/workflows/to.yml': `on: workflow_call\njobs:\n  run:\n    environment: production\n${APPLY}`,
      },
    },
  ],
  gap: [
    {
      name: 'another stage on the same branch only',
      files: service(
        `on: push\njobs:\n  deploy-dev:\n    if: github.ref_name == 'main'\n${APPLY}  deploy-prod:\n    if: github.ref_name == 'main'\n${APPLY}`,
      ),
      findings: [`.github/workflows/deploy.yml:7:3 info deploy-prod in ${FLOW} ${OPEN} ${HUB}`],
    },
    {
      name: 'only its name says that it deploys; a tag is pushed by anybody',
      files: service(
        "on:\n  push:\n    tags: ['*']\njobs:\n  deploy:\n    steps:\n      - run: |\n          git merge --ff-only main\n          git push origin release\n",
      ),
      findings: [`${FLOW}:5:3 info deploy in ${FLOW} ${OPEN} ${HUB}`],
    },
    {
      name: 'an image is pushed by an action that is not known',
      files: service(`${PUSH}jobs:\n  deploy:\n    steps:\n      - uses: acme/actions/docker-push@v1\n`),
      findings: [`${FLOW}:5:3 info deploy in ${FLOW} ${OPEN} ${HUB}`],
    },
    {
      name: 'staging beside production, not before it',
      files: service(`${PUSH}jobs:\n  deploy-staging:\n${APPLY}  deploy-prod:\n${APPLY}`),
      findings: [`${FLOW}:8:3 info deploy-prod in ${FLOW} ${OPEN} ${HUB}`],
    },
    {
      name: 'several jobs are one finding',
      files: service(`${PUSH}jobs:\n  deploy-a:\n${APPLY}  deploy-b:\n${APPLY}`),
      findings: [
        `${FLOW}:5:3 info deploy-a in ${FLOW} and 1 more deploy straight to where the users are: no environment, no stage before them, nobody who starts them, no release in part. A bad commit reaches every user in minutes. ${HUB}`,
      ],
    },
    {
      name: 'the job that says that it deploys is named',
      files: service(`${PUSH}jobs:\n  build:\n${APPLY}  go-live:\n    name: Deploy to production\n${APPLY}`),
      findings: [
        `${FLOW}:8:3 info go-live in ${FLOW} and 1 more deploy straight to where the users are: no environment, no stage before them, nobody who starts them, no release in part. A bad commit reaches every user in minutes. ${HUB}`,
      ],
    },
    {
      name: 'in GitLab',
      files: service('deploy:\n  script: kubectl apply -f k8s/\n', '.gitlab-ci.yml'),
      findings: [
        `.gitlab-ci.yml:1:1 info deploy in .gitlab-ci.yml ${OPEN} Add \`environment: production\` and \`when: manual\`, or a job before it that deploys to staging.`,
      ],
    },
    {
      name: 'in CircleCI',
      files: service(
        'version: 2.1\njobs:\n  deploy:\n    docker: [{ image: a/b:1 }]\n    steps:\n      - run: kubectl apply -f k8s/\nworkflows:\n  w:\n    jobs: [deploy]\n',
        '.circleci/config.yml',
      ),
      findings: [
        `.circleci/config.yml:9:12 info deploy in .circleci/config.yml ${OPEN} Let it require a job of \`type: approval\`, or one that deploys to staging.`,
      ],
    },
  ],
  skip: [
    {
      name: 'only topics beside the program',
      files: service(
        `${PUSH}jobs:\n  deploy-prod:\n    steps:\n      - uses: nais/deploy/actions/deploy@v2\n        env:\n          RESOURCE: nais/topics/orders.yaml,nais/unleash-token.yaml\n`,
      ),
    },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    { name: 'no job deploys it', files: SERVICE },
    { name: 'a platform deploys it', files: { ...SERVICE, 'fly.toml': 'app = "shop"\n' } },
    {
      name: 'a trial in a cluster of the test',
      files: service(
        `${PUSH}jobs:\n  a:\n    steps:\n      - uses: helm/kind-action@v1\n      - run: kubectl apply -f k8s/\n`,
        '.github/workflows/ci.yml',
      ),
    },
    { name: 'a preview', files: service(`${PUSH}jobs:\n  a:\n${APPLY}`, '.github/workflows/deploy-preview.yml') },
    {
      name: 'a stage of changes under review',
      files: service(
        `on:\n  workflow_run:\n    workflows: [CI]\njobs:\n  a:\n    environment: staging\n${APPLY}`,
        '.github/workflows/deploy-pr.yaml',
      ),
    },
    { name: 'change requests only', files: service(`on: pull_request\njobs:\n  deploy:\n${APPLY}`) },
    {
      name: 'a part of a workflow, for change requests only',
      files: service(
        `on: [push, pull_request]\njobs:\n  deploy:\n    if: github.event_name == 'pull_request'\n${APPLY}`,
      ),
    },
    {
      name: 'an image is pushed, whatever the job is called',
      files: service(
        `${PUSH}jobs:\n  deploy:\n    steps:\n      - run: node scripts/build-pages.js\n      - run: docker push acme/shop:1\n`,
      ),
    },
    {
      name: 'an image is pushed when an expression says so',
      files: service(
        `${PUSH}jobs:\n  image:\n    name: Build, push, and deploy\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: \${{ github.event_name != 'pull_request' }}\n`,
      ),
    },
    {
      name: 'a stage that only the names of its secrets tell',
      files: service(
        `${PUSH}jobs:\n  deploy:\n    steps:\n      - run: kubectl apply -f k8s/\n        env:\n          KEY: \${{ secrets.STAGING_KEY }}\n`,
      ),
    },
    { name: 'another stage only', files: service(`${PUSH}jobs:\n  deploy-staging:\n${APPLY}`) },
    {
      name: 'a package',
      files: service(`${PUSH}jobs:\n  deploy:\n    steps:\n      - run: npm publish\n`),
    },
    {
      name: 'a job that names what it watches',
      files: service(
        `${PUSH}jobs:\n  watch:\n    name: Detect a stalled deploy queue\n    steps:\n      - run: ./watch.sh\n`,
        '.github/workflows/w.yml',
      ),
    },
    { name: 'others call it and nobody does', files: service(`on: workflow_call\njobs:\n  deploy:\n${APPLY}`) },
  ],
  unknown: [
    {
      name: 'what is built is left in a bucket by a pipeline that is called',
      files: {
        ...service(`${PUSH}jobs:\n  deploy:\n    uses: ./.github/workflows/upload.yml\n`),
        '.github/workflows/upload.yml':
          'on: workflow_call\njobs:\n  upload:\n    steps:\n      - uses: acme/upload-action@v4\n        with:\n          artifact-bucket-name: acme-artifacts\n',
      },
    },
    {
      name: 'what is built is left in a bucket for another pipeline',
      files: service(
        `${PUSH}jobs:\n  deploy:\n    steps:\n      - run: sam build\n      - uses: acme/upload-action@v4\n        with:\n          artifact-bucket-name: \${{ secrets.BUCKET }}\n`,
      ),
    },
    {
      name: 'a pipeline of another repository is asked to run',
      files: service(`${PUSH}jobs:\n  deploy:\n    steps:\n      - uses: peter-evans/repository-dispatch@v3\n`),
    },
    {
      name: 'a workflow of another repository',
      files: service(`${PUSH}jobs:\n  deploy:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n`),
    },
  ],
});
