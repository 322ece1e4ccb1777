import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const CI = '.github/workflows/ci.yml';
const ci = (command: string, on = 'pull_request') =>
  `on: ${on}\njobs:\n  ci:\n    runs-on: ubuntu-latest\n    steps:\n      - ${command}\n`;
const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a push by command', files: { ...SERVICE, [CI]: ci('run: docker build -t a . && docker push a') } },
    { name: 'a platform that a job deploys to', files: { ...SERVICE, [CI]: ci('run: flyctl deploy --remote-only') } },
    { name: 'a platform', files: { ...SERVICE, 'fly.toml': 'app = "cart"\n', [CI]: ci('run: pytest') } },
  ],
  gap: [
    {
      name: 'nothing builds it',
      files: { ...SERVICE, [CI]: ci('run: pytest') },
      findings: [
        "Dockerfile:1:1 warning Dockerfile says how the image is built, and no pipeline builds it. What runs was built on somebody's machine, or breaks on the day it is built: build it on changes, and store it with a tag of its own.",
      ],
    },
    {
      name: 'nothing stores it',
      files: { ...SERVICE, [CI]: ci('run: docker build .') },
      findings: [
        'Dockerfile:1:1 info Pipelines build the image of Dockerfile and store it nowhere. What was tested is not what is run, and there is no earlier one to go back to: push it with a tag of its own.',
      ],
    },
  ],
  skip: [
    { name: 'no pipeline', files: SERVICE },
    {
      name: 'pipelines that run nothing of it',
      files: { ...SERVICE, [CI]: ci('uses: actions/dependency-review-action@v4') },
    },
    {
      name: 'a library',
      files: {
        'package.json': '{ "name": "slug", "main": "index.js", "version": "1.0.0", "files": ["index.js"] }',
        'index.js': '',
        [CI]: ci('run: npm test'),
      },
    },
    {
      name: 'nothing to build',
      files: {
        'k8s/app.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: cart }\nspec:\n  selector: {}\n  template: { spec: { containers: [{ name: a, image: acme/a }] } }\n',
        'package.json':
          '{ "name": "a", "private": true, "dependencies": { "express": "5" }, "scripts": { "start": "node server.js" } }',
        'server.js': '',
        [CI]: ci('run: npm test'),
      },
    },
  ],
  unknown: [
    {
      name: 'a workflow of another repository',
      files: { ...SERVICE, [CI]: 'on: push\njobs:\n  ci:\n    uses: acme/ci/.github/workflows/build.yml@v1\n' },
    },
    { name: 'a system that is only detected', files: { ...SERVICE, Jenkinsfile: 'pipeline { }\n' } },
  ],
});
