import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { FileBytes } from '../text/file-bytes.ts';
import { sloKind } from './kind.ts';
import { parseSlo } from './parse.ts';

function objectivesOf(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (sloKind.sniffBytes?.(new FileBytes(Buffer.from(text)), path) === false || !sloKind.sniff(file)) return [];
  return parseSlo(file).artifacts.flatMap(({ facts }) =>
    facts.objectives.map((objective) => ({ form: facts.form, ...objective })),
  );
}
const object = (kind: string, apiVersion: string, ...spec: string[]): string =>
  [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind}`,
    'metadata: { name: orders }',
    'spec:',
    ...spec.map((line) => `  ${line}`),
    '',
  ].join('\n');

describe('objectives as data', () => {
  test.each([
    [
      'sloth',
      'version: prometheus/v1\nservice: shop\nslos:\n  - name: orders\n    objective: 99.9\n    sli: { events: {} }\n',
      {
        form: 'sloth',
        name: 'orders',
        service: 'shop',
        target: 99.9,
        window: '30d',
        indicator: true,
        alerting: 'generated',
      },
    ],
    [
      "sloth's object",
      object(
        'PrometheusServiceLevel',
        'sloth.slok.dev/v1',
        'service: shop',
        'slos:',
        '  - name: latency',
        '    objective: 99',
        '    alerting:',
        '      pageAlert: { disable: true }',
        '      ticketAlert: { disable: true }',
      ),
      { form: 'sloth', name: 'latency', latency: true, indicator: false, alerting: 'off' },
    ],
    [
      'Pyrra',
      object(
        'ServiceLevelObjective',
        'pyrra.dev/v1alpha1',
        "target: '99.5'",
        'window: 4w',
        'indicator: { latency: {} }',
      ),
      {
        form: 'pyrra',
        name: 'orders',
        target: 99.5,
        window: '4w',
        latency: true,
        indicator: true,
        alerting: 'generated',
      },
    ],
    [
      'Pyrra without alerts',
      object('ServiceLevelObjective', 'pyrra.dev/v1alpha1', "target: '99.5'", 'alerting: { disabled: true }'),
      { alerting: 'off', indicator: false },
    ],
    [
      'OpenSLO',
      object(
        'SLO',
        'openslo/v1',
        'indicatorRef: good',
        'timeWindow: [{ duration: 28d }]',
        'objectives: [{ target: 0.999 }]',
        'alertPolicies: [fast, { name: slow }]',
      ),
      { form: 'openslo', target: 99.9, window: '28d', indicator: true, alerting: 'named', policies: ['fast', 'slow'] },
    ],
    [
      'OpenSLO in percent',
      object('SLO', 'openslo/v1', 'objectives: [{ targetPercent: 99, displayName: fast }]'),
      { name: 'orders fast', target: 99, indicator: false, alerting: 'none' },
    ],
    [
      'Nobl9',
      object(
        'SLO',
        'n9/v1alpha',
        'timeWindows: [{ unit: Day, count: 30 }]',
        'objectives: [{ target: 0.95, rawMetric: {} }]',
      ),
      { form: 'nobl9', target: 95, window: '30 Day', indicator: true },
    ],
    [
      "Google's generator",
      object('ServiceLevelObjective', 'sre.google.com/v2', 'goal: 0.9995', 'method: good_bad_ratio'),
      { form: 'openslo', target: 99.95, indicator: true, templated: ['window', 'alerting'] },
    ],
  ])('%s', (_, text, facts) => {
    expect(objectivesOf('slo.yaml', text)).toMatchObject([facts]);
  });

  test('what a chart fills in is not known', () => {
    const text = object('ServiceLevelObjective', 'pyrra.dev/v1alpha1', "target: '{{ .Values.target }}'", 'window: 4w');
    const [objective] = objectivesOf('templates/slo.yaml', text);
    expect(objective).toMatchObject({ templated: ['target'] });
    expect(objective).not.toHaveProperty('target');
  });
  test('Terraform and jsonnet by a scan of lines', () => {
    expect(
      objectivesOf(
        'main.tf',
        'resource "google_monitoring_slo" "a" {\n  display_name = "Orders"\n  goal         = 0.99\n}\n',
      ),
    ).toMatchObject([{ form: 'terraform', name: 'Orders', target: 99 }]);
    expect(
      objectivesOf(
        'a.libsonnet',
        "{ apiVersion: 'pyrra.dev/v1alpha1', kind: 'ServiceLevelObjective', metadata: { name: 'orders' } }",
      ),
    ).toMatchObject([{ form: 'jsonnet', name: 'orders' }]);
  });
  test.each([
    [
      'a definition of the object',
      object('CustomResourceDefinition', 'apiextensions.k8s.io/v1', 'names: { kind: ServiceLevelObjective }'),
    ],
    ['an object of the same kind', object('SLO', 'shop.example/v1', 'objectives: [{ target: 0.9 }]')],
    ['rules by a version of that name', 'version: prometheus/v1\nrules: []\n'],
  ])('%s is none', (_, text) => {
    expect(objectivesOf('a.yaml', text)).toEqual([]);
  });
});

describe('objectives on a page', () => {
  const FIGURES =
    '| Service | Objective |\n|---|---|\n| Orders | 99.9 % of requests succeed |\n| Stock | p99 latency below 300 ms for 99,5% |\n';
  test.each([
    ['docs/slo.md', `# Objectives\n\n${FIGURES}`],
    ['docs/service-level-objectives.md', `# Promises\n\n${FIGURES}`],
    ['README.md', `# Shop\n\n## Service Level Objectives (SLOs)\n\n${FIGURES}`],
  ])('%s', (path, text) => {
    expect(objectivesOf(path, text)).toMatchObject([
      { form: 'page', name: 'Orders', target: 99.9, latency: false },
      { name: 'Stock', target: 99.5, latency: true },
    ]);
  });
  test.each([
    [
      'a question of a proposal',
      'keps/1/README.md',
      '# Proposal\n\n###### What are the SLOs (Service Level Objectives)?\n\n99.9 % of requests\n',
    ],
    ['a guide', 'docs/slo.md', '# How to define an SLO\n\n99.9 % of requests succeed\n'],
    ['an example', 'docs/slo.md', '# SLOs\n\n## Example\n\n99.9 % of requests succeed\n'],
    ['a promise in passing', 'README.md', '# Shop\n\nOur users love the 99.9 % availability.\n'],
    ['another percentage', 'docs/slo.md', '# SLOs\n\nThe tests cover 99 % of the lines.\n'],
    ['Slovenian', 'docs/slovenia.md', '# Slovenia\n\n99 % of requests come from there.\n'],
  ])('%s is none', (_, path, text) => {
    expect(objectivesOf(path, text)).toEqual([]);
  });
});
