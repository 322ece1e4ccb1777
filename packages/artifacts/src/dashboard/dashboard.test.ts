import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { FileBytes } from '../text/file-bytes.ts';
import { dashboardKind } from './kind.ts';
import { parseDashboards } from './parse.ts';
import { promqlFault } from './queries.ts';
import { untemplated } from './untemplated.ts';
import { variablesIn } from './variables.ts';

function found(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (!dashboardKind.sniffBytes?.(new FileBytes(Buffer.from(text)), path) || !dashboardKind.sniff(file)) return [];
  return parseDashboards(file).artifacts;
}
const grafana = (more: object = {}): string =>
  JSON.stringify({ title: 'Orders', uid: 'orders', schemaVersion: 39, templating: { list: [] }, panels: [], ...more });
const object = (kind: string, apiVersion: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: orders\n${rest}`;

describe('what is a dashboard', () => {
  test.each([
    ['a file', 'orders.json', grafana(), 'grafana', 'file'],
    [
      'with rows of older versions',
      'orders.json',
      grafana({ panels: undefined, rows: [{ panels: [] }] }),
      'grafana',
      'file',
    ],
    [
      'without a schema',
      'orders.json',
      '{ "panels": [{ "type": "graph", "title": "Orders", "targets": [{ "expr": "up" }] }] }',
      'grafana',
      'file',
    ],
    ['as the API hands it out', 'orders.json', `{ "meta": {}, "dashboard": ${grafana()} }`, 'grafana', 'file'],
    [
      'the second format',
      'orders.json',
      '{ "title": "Orders", "elements": { "a": { "kind": "Panel" } }, "layout": { "kind": "GridLayout" } }',
      'grafana-v2',
      'file',
    ],
    [
      'an object of Grafana',
      'orders.yaml',
      object('Dashboard', 'dashboard.grafana.app/v1beta1', `spec: ${grafana()}\n`),
      'grafana',
      'object',
    ],
    [
      'in YAML',
      'orders.yaml',
      'title: Orders\nschemaVersion: 39\ntemplating: { list: [] }\npanels:\n  - type: graph\n',
      'grafana',
      'file',
    ],
    [
      'a ConfigMap',
      'orders.yaml',
      object('ConfigMap', 'v1', `data:\n  orders.json: |-\n    ${grafana()}\n`),
      'grafana',
      'config-map',
    ],
    [
      'values of a chart',
      'values.yaml',
      `dashboards:\n  default:\n    orders:\n      json: |\n        ${grafana()}\n`,
      'grafana',
      'values',
    ],
    [
      "an operator's object",
      'orders.yaml',
      object('GrafanaDashboard', 'grafana.integreatly.org/v1beta1', `spec:\n  json: >\n    ${grafana()}\n`),
      'grafana',
      'object',
    ],
    [
      'an object that names one',
      'orders.yaml',
      object('GrafanaDashboard', 'grafana.integreatly.org/v1beta1', 'spec:\n  grafanaCom: { id: 1860 }\n'),
      'imported',
      'object',
    ],
    [
      'Perses',
      'orders.yaml',
      object('PersesDashboard', 'perses.dev/v1alpha1', 'spec:\n  display: { name: Orders }\n  panels: { a: {} }\n'),
      'perses',
      'object',
    ],
    [
      'Perses as a file',
      'orders.json',
      '{ "kind": "Dashboard", "metadata": { "name": "orders" }, "spec": { "panels": { "a": {} }, "layouts": [] } }',
      'perses',
      'file',
    ],
    [
      'Datadog',
      'orders.json',
      '{ "title": "Orders", "layout_type": "ordered", "widgets": [{ "definition": { "type": "note" } }] }',
      'datadog',
      'file',
    ],
    [
      'CloudWatch',
      'orders.json',
      '{ "widgets": [{ "type": "metric", "properties": { "metrics": [] } }], "start": "-PT3H", "end": "P0D" }',
      'cloudwatch',
      'file',
    ],
    [
      "Google's",
      'orders.json',
      '{ "displayName": "Orders", "mosaicLayout": { "columns": 12, "tiles": [{ "widget": {} }] }, "labels": {}, "etag": "a" }',
      'google',
      'file',
    ],
    [
      'New Relic',
      'orders.json',
      '{ "name": "Orders", "pages": [{ "name": "All", "widgets": [{ "visualization": { "id": "viz.line" } }] }] }',
      'new-relic',
      'file',
    ],
    [
      'jsonnet',
      'mixin/orders.libsonnet',
      "{ grafanaDashboards+:: { 'orders.json': g.dashboard('Orders') } }",
      'jsonnet',
      'program',
    ],
    [
      'Terraform',
      'main.tf',
      'resource "aws_cloudwatch_dashboard" "orders" {\n  dashboard_name = "Orders"\n}\n',
      'terraform',
      'program',
    ],
    [
      'grafanalib',
      'orders.dashboard.py',
      'from grafanalib.core import Dashboard\n\ndashboard = Dashboard(title="Orders")\n',
      'code',
      'program',
    ],
  ])('%s', (_, path, text, dialect, carrier) => {
    expect(found(path, text).map(({ facts }) => [facts.dialect, facts.carrier])).toEqual([[dialect, carrier]]);
  });

  test.each([
    [
      'another schemaVersion',
      'experiment.json',
      '{ "schemaVersion": "1.12.0", "panels": "none", "branches": [{ "slug": "control" }], "rows": 3 }',
    ],
    [
      'a table',
      'table.json',
      '{ "rows": [{ "id": 1, "cells": [1, 2] }, { "id": 2, "cells": [3] }], "layout": "dense", "properties": {} }',
    ],
    [
      'a provider of dashboards',
      'dashboards.yaml',
      'apiVersion: 1\nproviders:\n  - name: default\n    type: file\n    options: { path: /var/lib/grafana/dashboards }\n',
    ],
    [
      'a definition of the object',
      'crd.yaml',
      object('CustomResourceDefinition', 'apiextensions.k8s.io/v1', 'spec:\n  names: { kind: GrafanaDashboard }\n'),
    ],
    ['an object of the same name', 'homer.yaml', object('Dashboard', 'homer.example/v1', 'spec:\n  services: []\n')],
    [
      'jsonnet that only imports',
      'mixin/dashboards.libsonnet',
      "(import 'dashboards/orders.libsonnet') + (import 'dashboards/stock.libsonnet')\n",
    ],
    [
      'jsonnet that defines how they are made',
      'mixin/dashboard-utils.libsonnet',
      "{ dashboard(title, uid=''):: { addRow(row):: self }, row:: $.dashboard('x') }\n",
    ],
  ])('%s is none', (_, path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  test('rows that a program builds dashboards of are none', () => {
    const row = '{ "class": "row", "title": "", "panels": [{ "type": "stat", "gridPos": {}, "targets": [] }] }';
    expect(found('grafana/types.json', `{ "kind": "x", "small_row": ${row}, "logo_row": ${row} }`)).toEqual([]);
  });

  test('parts of dashboards in JSON are none, whatever kinds of parts they name', () => {
    const row = { title: 'New row', panels: [{ gridPos: { h: 2 }, type: 'text' }] };
    expect(found('grafana/types.json', JSON.stringify({ query: { kind: 'PanelQuery' }, row }))).toEqual([]);
  });

  test('those of one file that have neither uid nor name are told apart', () => {
    const text = grafana({ uid: undefined });
    const ids = found('a.yaml', `${text}\n---\n${text}\n`).map(({ id }) => id);
    expect(ids).toEqual(['a.yaml', 'a.yaml (2)']);
  });

  test('several in one file keep their own names and places', () => {
    const list = `apiVersion: v1\nkind: ConfigMapList\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    data:\n      a.json: |-\n        ${grafana({ uid: 'a' })}\n  - apiVersion: v1\n    kind: ConfigMap\n    data:\n      b.json: |-\n        ${grafana({ uid: undefined })}\n`;
    const dashboards = found('list.yaml', list);
    expect(dashboards.map(({ id }) => id)).toEqual(['a', 'b.json']);
    expect(new Set(dashboards.map(({ at }) => at?.[0])).size).toBe(2);
  });
});

describe('what cannot be read is said', () => {
  const problems = (path: string, text: string) => parseDashboards(new RepositoryFile(path, 'authored', text)).problems;
  test('JSON that was meant as a dashboard', () => {
    const text = grafana().replace('"panels":[]', '"panels":[{"gridPos":}]');
    expect(problems('grafana/orders.json', text)).toMatchObject([
      { kind: 'dashboard', effect: 'broken', at: [text.indexOf('}]'), text.indexOf('}]') + 1] },
    ]);
  });
  test('in a ConfigMap, at its own place', () => {
    const text = object(
      'ConfigMap',
      'v1',
      `data:\n  orders.json: |-\n    ${grafana().replace('"panels":[]', '"panels":[}')}\n`,
    );
    expect(problems('orders.yaml', text)).toMatchObject([
      { kind: 'dashboard', at: [text.indexOf('[}') + 1, text.indexOf('[}') + 2] },
    ]);
  });
  test("other JSON is nobody's business", () => {
    expect(problems('data/orders.json', '{ "panels": [')).toEqual([]);
  });
});

describe('a template that holds JSON', () => {
  test.each([
    ['{{`{"a":`}}{{ .Values.a }}{{`,"b":"x"}`}}', { a: null, b: 'x' }],
    ['{"hide":{{ if .Values.multi }}0{{ else }}2{{ end }}}', { hide: 0 }],
    ['{"title":"{{ .Values.name }} orders"}', { title: '__ orders' }],
    ['[{{ .Values.first }}, 2]', [null, 2]],
  ])('%s', (text, value) => {
    expect(JSON.parse(untemplated(text))).toEqual(value);
  });
});

describe('variables', () => {
  test.each([
    ['up{a="$a",b=~"[[b:regex]]"}', ['a', 'b']],
    ['rate(x[$__rate_interval]) + $timeFilter', []],
    ['label_replace(up, "a", "$1", "b", "(.*)")', []],
    ['label_replace(up, "a", "$shop", "b", "(?P<shop>.*)")', []],
    ['up{a=~"^x$"}', []],
  ])('%s', (query, names) => {
    expect(variablesIn(query)).toEqual(names);
  });
  test.each([
    ['sum by ($by) (up)', undefined],
    ['$metric{a="b"}', undefined],
    ['topk($k, up)', undefined],
    ['rate(x[$interval])', undefined],
    ['rate(x[5m]) $operator 3', undefined],
    ['sum(rate(x[5m])', 'the expression ends too early'],
    ['sum(rate(x{a="$a"}[$__range])', 'the expression ends too early'],
    ['up /* all */', 'PromQL does not parse at `*`'],
  ])('%s: %s', (query, what) => {
    expect(promqlFault(query)?.what).toBe(what);
  });
});
