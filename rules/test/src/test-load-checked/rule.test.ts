import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  'package.json': '{ "name": "shop", "private": true, "dependencies": { "express": "4.21.0" } }',
  Dockerfile: 'FROM node:22\n',
  'server.js': 'listen();\n',
};
const INGRESS =
  'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  rules:\n    - host: shop.example\n';
const BARE = "import http from 'k6/http';\nexport default () => http.get('x');\n";

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'one of two states a bound',
      files: {
        ...SERVICE,
        'load/a.js': BARE,
        'load/b.js': `${BARE}export const options = { thresholds: { http_req_failed: ['rate<0.01'] } };\n`,
      },
    },
  ],
  gap: [
    {
      name: 'open to the outside and never tried',
      files: { ...SERVICE, 'deploy/ingress.yaml': INGRESS },
      findings: [
        'test/load (absent) info It is open to the outside (deploy/ingress.yaml), and no load test says what a typical spike does to it. The first to find out is on call: state the spike and the latency you accept in a k6, Locust or Gatling script.',
      ],
    },
    {
      name: 'several without a bound are one thing to do',
      files: { ...SERVICE, 'load/a.js': BARE, 'load/b.js': BARE },
      findings: [
        'load/a.js:1:1 info 2 load tests, load/a.js among them, state no bound, so they cannot fail. State the latency and the share of errors you accept. ×2',
      ],
    },
  ],
  skip: [
    { name: 'nothing opens it', files: SERVICE },
    {
      name: 'the traffic of a demonstration',
      files: { ...SERVICE, 'src/loadgenerator/locustfile.py': 'from locust import HttpUser\n' },
    },
    { name: 'a library', files: { 'package.json': '{ "name": "a", "main": "a.js" }', 'a.js': '' } },
  ],
});
