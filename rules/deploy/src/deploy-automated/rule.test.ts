import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  Dockerfile: 'FROM python:3.12\n',
  'main.py': 'print(1)\n',
  '.github/workflows/test.yml': 'on: pull_request\njobs:\n  test:\n    steps:\n      - run: pytest\n',
};
const flow = (text: string, name = 'ci.yml') => ({ ...SERVICE, [`.github/workflows/${name}`]: text });
const UNSAID =
  '.github/workflows (absent) info Nothing here says how this gets to where it runs: no job that deploys, no platform, no page. Whoever must bring a fix out at night has to find that out first. `shipworthy explain deploy/automated` shows how to say where it is done.';
const manual = (page: string, line: number, command: string) =>
  `${page}:${line}:1 warning ${page} tells a person how to deploy (\`${command}\`), and nothing here does it by itself. One night a step is skipped: put the commands in a workflow that somebody starts with a button.`;
const page = (heading: string, command: string) => `# Shop\n\n## ${heading}\n\n\`\`\`sh\n${command}\n\`\`\`\n`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a job', files: flow('on: push\njobs:\n  a:\n    steps:\n      - run: kubectl apply -f k8s/\n') },
    {
      name: 'a job of another repository is asked to',
      files: flow('on: push\njobs:\n  deploy:\n    uses: acme/ops/.github/workflows/deploy.yml@main\n'),
    },
    { name: 'a platform', files: { ...SERVICE, 'fly.toml': 'app = "shop"\n' } },
    { name: 'a Procfile', files: { ...SERVICE, Procfile: 'web: python main.py\n' } },
    {
      name: 'a page, and a job besides',
      files: {
        ...flow('on: push\njobs:\n  deploy:\n    steps:\n      - run: ./ship.sh\n'),
        'README.md': page('Deployment', 'git pull'),
      },
    },
    {
      name: 'a web application that is published as pages',
      files: {
        'package.json': '{"name":"shop","private":true,"dependencies":{"next":"14.0.0","react":"18.0.0"}}',
        'src/pages/index.tsx': 'export default () => null;\n',
        'next.config.js': 'module.exports = {};\n',
        Dockerfile: 'FROM node:20\n',
        '.github/workflows/p.yml': 'on: push\njobs:\n  p:\n    steps:\n      - uses: actions/deploy-pages@v4\n',
      },
    },
  ],
  gap: [
    { name: 'nothing says it', files: SERVICE, findings: [UNSAID] },
    {
      name: 'a page of its own',
      files: {
        ...SERVICE,
        'docs/deploying.md': '# Deploying the shop\n\n```\n$ ssh app@shop.example.org\ncd shop\n```\n',
      },
      findings: [manual('docs/deploying.md', 3, 'ssh app@shop.example.org')],
    },
    {
      name: 'a long command is cut short',
      files: { ...SERVICE, 'README.md': page('Deploy', `rsync -a ${'x'.repeat(80)} app@host:`) },
      findings: [manual('README.md', 5, `rsync -a ${'x'.repeat(50)}…`)],
    },
    {
      name: 'commands for those who host a copy of their own, and for trials',
      files: {
        ...SERVICE,
        'README.md': page('Deploy your own', 'kubectl apply -f k8s/'),
        'deploy/extra/README.md': page('Deployment', 'kubectl apply -f extra/'),
        'docs/local.md': page('Local deployment', 'kubectl apply -f k8s/'),
      },
      findings: [UNSAID],
    },
    {
      name: 'commands about something else',
      files: { ...SERVICE, 'README.md': page('Updating', 'git pull') },
      findings: [UNSAID],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    {
      name: 'others install it',
      files: {
        ...SERVICE,
        '.goreleaser.yaml': 'builds:\n  - main: ./cmd/shop\ndockers:\n  - image_templates: [acme/shop]\n',
        'go.mod': 'module example.org/shop\n',
        'cmd/shop/main.go': 'package main\n\nfunc main() {}\n',
        '.github/workflows/release.yml':
          'on:\n  push:\n    tags: [v*]\njobs:\n  r:\n    steps:\n      - uses: goreleaser/goreleaser-action@v6\n',
        'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      },
    },
  ],
  unknown: [
    {
      name: 'an image is pushed when an expression says so',
      files: flow(
        `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: \${{ github.ref == 'refs/heads/main' }}\n`,
      ),
    },
    { name: 'no pipeline at all', files: { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' } },
    {
      name: 'an image is published',
      files: flow('on: push\njobs:\n  a:\n    steps:\n      - run: docker push acme/shop:1\n'),
    },
    {
      name: 'a page speaks of it without a command',
      files: { ...SERVICE, 'README.md': page('Deployment', 'npm test') },
    },
    {
      name: 'manifests that something else applies',
      files: {
        ...SERVICE,
        'k8s/shop.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: acme/shop:1\n',
      },
    },
    {
      name: 'infrastructure that nothing here applies',
      files: Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.tf`, `resource "aws_s3_bucket" "${name}" {\n}\n`]),
      ),
    },
    {
      name: 'another stage only',
      files: flow('on: push\njobs:\n  deploy-staging:\n    steps:\n      - run: ./ship.sh\n'),
    },
    { name: 'a system that is not read', files: { ...SERVICE, Jenkinsfile: 'pipeline { agent any }\n' } },
  ],
});
