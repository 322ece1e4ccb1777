import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const ABSENT =
  "docs/performance-budget.md (absent) info Nothing says how fast is fast enough, so 'slow' can never be a bug. A range for each class of requests is enough: reads 50–200 ms, writes 100–500 ms, jobs below 5 minutes, in docs/performance-budget.md or as thresholds of a load test.";

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page that the configuration names',
      files: {
        ...SERVICE,
        'ops/notes.md': '# Notes\n\nNobody waits for more than a moment.\n',
        '.shipworthy.yaml': 'artifacts: { performance-budget: ops/notes.md }\n',
      },
    },
    {
      name: 'a line of the README',
      files: { ...SERVICE, 'README.md': '# Shop\n\n## Response times\n\nReads answer within 200 ms.\n' },
    },
    {
      name: 'thresholds of k6, the figure from the environment',
      files: {
        ...SERVICE,
        'tests/load/load-test.js':
          "import http from 'k6/http';\nexport const options = { thresholds: { http_req_duration: ['p(95)<' + __ENV.LIMIT] } };\n",
      },
    },
    {
      name: 'assertions of Lighthouse CI',
      files: {
        ...SERVICE,
        'lighthouserc.json':
          '{ "ci": { "assert": { "assertions": { "interactive": ["error", { "maxNumericValue": 3000 }] } } } }\n',
      },
    },
    {
      name: "Lighthouse's budgets",
      files: {
        ...SERVICE,
        'budget.json': '[{ "path": "/*", "timings": [{ "metric": "interactive", "budget": 3000 }] }]\n',
      },
    },
    {
      name: 'size-limit in the package',
      files: {
        ...SERVICE,
        'package.json': '{ "name": "a", "private": true, "size-limit": [{ "path": "dist/a.js", "limit": "10 kB" }] }\n',
      },
    },
    {
      name: "budgets of Angular's build",
      files: {
        ...SERVICE,
        'angular.json':
          '{ "projects": { "a": { "architect": { "build": { "configurations": { "production": { "budgets": [{ "type": "initial", "maximumError": "1mb" }] } } } } } } }\n',
      },
    },
    {
      name: 'an objective on latency',
      files: {
        ...SERVICE,
        'slo.yaml':
          "apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata: { name: a }\nspec:\n  target: '99'\n  window: 2w\n  indicator: { latency: { success: { metric: 'x_bucket{le=\"0.5\"}' } } }\n",
      },
    },
    {
      name: 'an alert that compares a latency',
      files: {
        ...SERVICE,
        'a.yaml':
          'groups:\n  - name: g\n    rules:\n      - alert: Slow\n        expr: histogram_quantile(0.99, rate(x_bucket[5m])) > 0.5\n',
      },
    },
  ],
  gap: [
    { name: 'nothing', files: SERVICE, findings: [ABSENT] },
    {
      name: 'results of a benchmark',
      files: {
        ...SERVICE,
        'README.md':
          '# Shop\n\n## Performance results\n\nReads took under 200 ms.\n\n## Response\n\nIt returns JSON.\n',
      },
      findings: [ABSENT],
    },
    {
      name: 'Lighthouse without a figure',
      files: { ...SERVICE, '.lighthouserc.json': '{ "ci": { "assert": {} } }\n' },
      findings: [ABSENT],
    },
    {
      name: 'a load test without thresholds',
      files: {
        ...SERVICE,
        'tests/load/load-test.js': "import http from 'k6/http';\nexport default () => http.get('x');\n",
      },
      findings: [ABSENT],
    },
  ],
});
