import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const PROMETHEUS = { type: 'prometheus', uid: 'main' };
type Json = Readonly<Record<string, unknown>>;
const panel = (expr: string | undefined, more: Json = {}): Json => ({
  title: 'Failed',
  type: 'timeseries',
  datasource: PROMETHEUS,
  targets: expr === undefined ? [] : [{ expr, refId: 'A' }],
  ...more,
});
const dashboard = (panels: readonly Json[], more: Json = {}): string =>
  `${JSON.stringify({ title: 'Orders', uid: 'orders', schemaVersion: 39, templating: { list: [] }, panels, ...more })}\n`;
/** A variable as dashboards write it. */
const braced = (name: string): string => `$\{${name}}`;
const DS_PROM = braced('DS_PROM');
const inputs = { __inputs: [{ name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' }] };
const asks = (uid: string) => [panel('up', { datasource: { type: 'prometheus', uid } })];
const configMap = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\ndata:\n  orders.json: |-\n    ${text}`;
const PATH = 'grafana/orders.json';
const one = (panels: readonly Json[], more?: Json) => ({ [PATH]: dashboard(panels, more) });

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'jsonnet beside it adds the variables and the uid',
      files: {
        'mixin/dashboards/orders.json': dashboard([panel('up{job="$job"}')], { uid: undefined, templating: undefined }),
        'mixin/dashboards/orders.libsonnet': "{ grafanaDashboards+:: { 'o.json': g.dashboard.new('Carts') } }\n",
      },
    },
    {
      name: 'rows of older versions',
      files: one([], { panels: undefined, rows: [{ title: 'r', panels: [panel('up')] }] }),
    },
    {
      name: 'variables in strings, ranges and in the older form',
      files: one([panel(`rate(x{a="$a",b=~"[[b]]"}[$__rate_interval]) / ${braced('a:raw')}`)], {
        templating: { list: [{ name: 'a' }, { name: 'b' }] },
      }),
    },
    { name: 'groups of a pattern', files: one([panel('label_replace(up, "a", "$1", "b", "(.*)")')]) },
    {
      name: 'a panel of a library, of another panel, a text, a list',
      files: one([
        panel(undefined, { libraryPanel: { uid: 'x', name: 'y' } }),
        panel(undefined, { datasource: { type: 'datasource', uid: '-- Dashboard --' } }),
        { type: 'text', title: 'Read me' },
        { type: 'alertlist', title: 'Alerts' },
      ]),
    },
    { name: 'MetricsQL', files: one([panel('sum(rate(x[5m]) keep_metric_names')]) },
    {
      name: 'LogQL',
      files: one([panel('count_over_time({a="b"} |= "c"', { datasource: { type: 'loki', uid: 'l' } })]),
    },
    { name: 'a query for a data source nobody knows', files: one([panel('not promql (', { datasource: 'main' })]) },
    { name: 'an export to be shared', files: one(asks(DS_PROM), { ...inputs, uid: undefined }) },
    {
      name: 'an input that is a variable too',
      files: {
        'x/provisioning/orders.json': dashboard(asks(DS_PROM), {
          ...inputs,
          templating: { list: [{ name: 'DS_PROM', type: 'datasource', query: 'prometheus' }] },
        }),
      },
    },
    {
      name: "an input that the operator's object fills",
      files: {
        'orders.yaml': `apiVersion: grafana.integreatly.org/v1beta1\nkind: GrafanaDashboard\nmetadata:\n  name: orders\nspec:\n  datasources:\n    - inputName: DS_PROM\n      datasourceName: main\n  json: |-\n    ${dashboard(asks(DS_PROM), { ...inputs, uid: null })}`,
      },
    },
    { name: 'as the API hands it out', files: { [PATH]: `{ "meta": {}, "dashboard": ${dashboard([panel('up')])} }` } },
    {
      name: 'of another tool',
      files: {
        'orders.json': JSON.stringify({
          kind: 'Dashboard',
          metadata: { name: 'orders', project: 'shop' },
          spec: { panels: { a: {} }, layouts: [] },
        }),
      },
    },
    {
      name: 'a hidden query',
      files: one([panel('up', { targets: [{ expr: 'up{a="$a"', hide: true }] })]),
    },
    {
      name: "a ConfigMap for OpenShift's console, which knows no uid",
      files: {
        'orders.yaml': configMap(dashboard([panel('up')], { uid: null })).replace(
          '  name: orders\n',
          '  name: orders\n  labels: { console.openshift.io/dashboard: "true" }\n',
        ),
      },
    },
    {
      name: 'the same uid in another folder',
      files: { 'a/orders.json': dashboard([panel('up')]), 'b/orders.json': dashboard([panel('up')]) },
    },
  ],
  gap: [
    {
      name: 'no title',
      files: one([panel('up')], { title: '' }),
      findings: [
        'grafana/orders.json:1:1 warning This dashboard has no title, and Grafana refuses to load it from a file. Give it one.',
      ],
    },
    {
      name: 'no uid, twice in a folder',
      files: {
        [PATH]: dashboard([panel('up')], { uid: undefined }),
        'grafana/stock.json': dashboard([panel('up')], { uid: null, title: 'Stock' }),
      },
      findings: [
        'grafana/orders.json:1:1 info 2 dashboards of this folder have no uid, Orders among them, so every fresh Grafana gives them other addresses, and links from alerts, runbooks and bookmarks break. Add a "uid" to each. ×2',
      ],
    },
    {
      name: 'no uid, in a generated file',
      files: { 'generated/orders.json': dashboard([panel('up')], { uid: undefined }) },
      findings: [
        'generated/orders.json:1:1 info Orders has no uid, so every fresh Grafana gives it another address, and links from alerts, runbooks and bookmarks break. Add a "uid" of your own.',
      ],
    },
    {
      name: 'an input that nobody fills when it is provisioned',
      files: { 'orders.yaml': configMap(dashboard(asks(DS_PROM), inputs)) },
      findings: [
        'orders.yaml:7:143 warning Orders takes its data from DS_PROM, which only somebody who imports it by hand fills in. Loaded from a file its panels say that the data source was not found: make DS_PROM a variable of type data source.',
      ],
    },
    {
      name: 'a panel without a query',
      files: one([panel(undefined)]),
      findings: [
        'grafana/orders.json:1:88 warning The panel "Failed" of Orders asks for nothing and stays empty. Give it a query, or remove it before somebody takes its silence for calm.',
      ],
    },
    {
      name: 'panels without a query, in a row',
      files: one([{ type: 'row', title: 'r', panels: [panel(undefined), panel(undefined, { title: 'Late' })] }]),
      findings: [
        'grafana/orders.json:1:124 warning 2 panels of Orders ask for nothing and stay empty, "Failed" among them. Give them queries, or remove them before somebody takes their silence for calm. ×2',
      ],
    },
    {
      name: 'a query that does not parse, whatever its variables stand for',
      files: one([panel('sum(rate(x{a="$a"}[5m])')], { templating: { list: [{ name: 'a' }] } }),
      findings: [
        'grafana/orders.json:1:205 warning A query of the panel "Failed" of Orders is not PromQL (the expression ends too early), so it shows an error instead of a graph. Correct the query.',
      ],
    },
    {
      name: 'a variable that was renamed',
      files: one([panel('up{a="$a"}')], { templating: { list: [{ name: 'b' }] } }),
      findings: [
        'grafana/orders.json:1:205 warning The panel "Failed" of Orders asks with $a, which the dashboard does not define, so it finds nothing. Define the variable, or take it out of the query.',
      ],
    },
    {
      name: 'variables of another dashboard',
      files: one([panel(`up{a="$a",b="${braced('b')}"}`)]),
      findings: [
        'grafana/orders.json:1:193 warning Queries of Orders ask with 2 variables that it does not define, $a among them, so they find nothing. Define the variables, or take them out of the queries. ×2',
      ],
    },
    {
      name: 'versions of one dashboard, and such that one Grafana loads',
      files: {
        'dashboards/production.json': dashboard([panel('up')]),
        'dashboards/staging.json': dashboard([panel('up')]),
        'provisioning/dashboards/a.json': dashboard([panel('up')]),
        'provisioning/dashboards/b.json': dashboard([panel('up')]),
      },
      findings: [
        'dashboards/staging.json:1:1 info Orders has the uid of Orders. Grafana keeps one dashboard for each uid, so one of the two goes missing or both change places at every load. Give one of them a uid of its own.',
        'provisioning/dashboards/b.json:1:1 warning Orders has the uid of Orders. Grafana keeps one dashboard for each uid, so one of the two goes missing or both change places at every load. Give one of them a uid of its own.',
      ],
    },
    {
      name: 'a copy that kept the uid',
      files: { [PATH]: dashboard([panel('up')]), 'grafana/stock.json': dashboard([panel('up')], { title: 'Stock' }) },
      findings: [
        'grafana/stock.json:1:1 warning Stock has the uid of Orders. Grafana keeps one dashboard for each uid, so one of the two goes missing or both change places at every load. Give one of them a uid of its own.',
      ],
    },
  ],
  skip: [
    {
      name: 'jsonnet',
      files: { 'mixin/orders.libsonnet': "{ grafanaDashboards+:: { 'a.json': g.dashboard.new('Orders') } }\n" },
    },
    {
      name: 'an object that names one elsewhere',
      files: {
        'orders.yaml':
          'apiVersion: grafana.integreatly.org/v1beta1\nkind: GrafanaDashboard\nmetadata:\n  name: orders\nspec:\n  url: https://grafana.com/api/dashboards/1/revisions/1/download\n',
      },
    },
  ],
  unknown: [
    {
      name: 'a template fills in parts',
      files: { 'charts/shop/dashboards/orders.json': dashboard([panel('up')]).replace('39', '{{ .Values.version }}') },
    },
  ],
});
