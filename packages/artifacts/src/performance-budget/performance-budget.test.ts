import { describe, expect, test } from '@jest/globals';
import type { PathClass } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { performanceBudgetKind } from './kind.ts';
import { parsePerformanceBudgets } from './parse.ts';

function budgets(path: string, text: string, pathClass: PathClass = 'authored') {
  const file = new RepositoryFile(path, pathClass, text);
  const { baseNames = [], extensions = [], test: named } = performanceBudgetKind.paths;
  const name = file.baseName.toLowerCase();
  const isCandidate =
    baseNames.includes(name) || extensions.includes(name.slice(name.lastIndexOf('.') + 1)) || named?.(file.baseName);
  if (!isCandidate || !performanceBudgetKind.sniff(file)) return [];
  return parsePerformanceBudgets(file).artifacts.map(({ facts }) => [
    facts.form,
    ...facts.limits.map(({ name: what, limit, unit }) => `${what} ${limit} (${unit})`.trim()),
  ]);
}
const K6 =
  "import http from 'k6/http';\nexport const options = {\n  thresholds: { http_req_duration: ['p(95)<500', 'avg<' + limit] },\n};\n";
const ASSERTIONS =
  '{ "interactive": ["error", { "maxNumericValue": 3000 }], "categories:performance": ["warn", { "minScore": 0.9 }], "color-contrast": "off" }';

describe('limits that a tool enforces', () => {
  test.each([
    [
      'budget.json',
      '[{ "path": "/*", "timings": [{ "metric": "interactive", "budget": 3000 }], "resourceSizes": [{ "resourceType": "script", "budget": 125 }] }]',
      ['lighthouse', 'interactive 3000 (time)', 'script 125 (size)'],
    ],
    [
      '.lighthouserc.json',
      `{ "ci": { "assert": { "assertions": ${ASSERTIONS} } } }`,
      ['lighthouse', 'interactive 3000 (time)', 'categories:performance 0.9 (score)'],
    ],
    [
      'lighthouserc.yml',
      'ci:\n  assert:\n    assertions:\n      interactive: [error, { maxNumericValue: 3000 }]\n',
      ['lighthouse', 'interactive 3000 (time)'],
    ],
    [
      '.lighthouserc.cjs',
      "module.exports = { ci: { assert: { assertions: { interactive: ['error', { maxNumericValue: LIMIT }] } } } };",
      ['lighthouse', 'interactive LIMIT (time)'],
    ],
    [
      'package.json',
      '{ "size-limit": [{ "name": "app", "path": "dist/a.js", "limit": "10 kB" }, { "path": "dist/b.js", "limit": "500 ms" }] }',
      ['size-limit', 'app 10 kB (size)', 'dist/b.js 500 ms (time)'],
    ],
    ['.size-limit.json', '[{ "path": "dist/a.js", "limit": "10 kB" }]', ['size-limit', 'dist/a.js 10 kB (size)']],
    ['.size-limit.cjs', "module.exports = [{ path: 'dist/a.js', limit: '10 kB' }];", ['size-limit', '10 kB (size)']],
    [
      'bundlesize.config.json',
      '{ "files": [{ "path": "dist/a.js", "maxSize": "10 kB" }] }',
      ['bundlesize', 'dist/a.js 10 kB (size)'],
    ],
    [
      'angular.json',
      '{ "projects": { "a": { "architect": { "build": { "configurations": { "production": { "budgets": [{ "type": "initial", "maximumWarning": "500kb", "maximumError": "1mb" }] } } } } } } }',
      ['bundler', 'initial 1mb (size)'],
    ],
    ['tests/k6/load-test.js', K6, ['load-test', 'duration p(95)< (time)', 'duration avg< (time)']],
    [
      'perf/OrdersSimulation.scala',
      'import io.gatling.core.Predef._\nsetUp(x).assertions(global.responseTime.percentile3.lt(800))',
      ['load-test', 'percentile3 800 ms (time)'],
    ],
  ])('%s', (path, text, expected) => {
    const [found = []] = budgets(path, text);
    expect(found.map((line) => line.replace('p(95)<500', 'p(95)<'))).toEqual(expected);
  });
  test('a load test stands among test code', () => {
    expect(budgets('tests/load/load-test.js', K6, 'fixture')).toHaveLength(1);
    expect(
      budgets('tests/data/budget.json', '[{ "timings": [{ "metric": "interactive", "budget": 3000 }] }]', 'fixture'),
    ).toEqual([]);
  });
  test.each([
    ['.lighthouserc.json', '{ "ci": { "assert": { "preset": "lighthouse:recommended" } } }'],
    ['budget.json', '[{ "year": 2026, "amount": 3000 }]'],
    ['package.json', '{ "name": "budgets" }'],
    ['load-test.js', "import http from 'k6/http';\nexport default () => http.get('x');\n"],
    ['perf.ts', "export const thresholds = { duration: ['p(95)<500'] };\n"],
  ])('%s without a figure, or of something else', (path, text) => {
    expect(budgets(path, text)).toEqual([]);
  });
});

describe('limits that a page states', () => {
  test.each([
    [
      'a table',
      '## Latency budget\n\n| Class | p95 |\n|---|---|\n| Reads | < 200 ms |\n| Writes | 100–500 ms |\n',
      ['page', 'Reads < 200 ms (time)', 'Writes 100–500 ms (time)'],
    ],
    [
      'a promise below a heading that announces none',
      '**Latency**\n\n- The response time of 95 percent is required to be 200ms or less (`p95 <= 200ms`)\n',
      ['page', 'Latency 200ms (time)'],
    ],
    ['a list', '## Performance targets\n\n- Search: under 2 seconds\n', ['page', 'Search 2 seconds (time)']],
    ['German', '## Antwortzeiten\n\n- Lesen: unter 300 ms\n', ['page', 'Lesen 300 ms (time)']],
  ])('%s', (_, text, expected) => {
    expect(budgets('docs/x.md', `# Shop\n\n${text}`)).toEqual([expected]);
  });
  test.each([
    ['a timeout in passing', '## Performance\n\nRequests are retried after 30 s.\n'],
    ['results', '## Response times: results\n\nReads took under 200 ms.\n'],
    ['a heading about something else', '## Timeouts\n\nReads fail after at most 30 s.\n'],
    ['words without a figure', '## Performance goals\n\nFast enough for everybody.\n'],
    ['a figure without a limit', '## Response time\n\nThe sample waits 200 ms.\n'],
  ])('%s is none', (_, text) => {
    expect(budgets('docs/x.md', `# Shop\n\n${text}`)).toEqual([]);
  });
});
