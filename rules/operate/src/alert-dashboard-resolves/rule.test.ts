import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const dashboard = (uid?: string): string =>
  `${JSON.stringify({ title: 'Orders', uid, schemaVersion: 39, templating: { list: [] }, panels: [] })}\n`;
const alerts = (...lines: string[]): string =>
  ['apiVersion: 1', 'groups:', '  - name: g', '    rules:', ...lines.flatMap(alert), ''].join('\n');
const alert = (line: string, index: number): string[] => [
  `      - title: Failing${index}`,
  '        condition: A',
  ...(line === '' ? [] : [`        ${line}`]),
  '        data:',
  '          - refId: A',
  '            datasourceUid: p',
  '            model: { expr: up }',
];
const FILE = 'grafana/provisioning/alerting/a.yaml';
const ORDERS = { 'grafana/provisioning/dashboards/orders.json': dashboard('orders') };

testRule(import.meta.url, rule, {
  pass: [
    { name: "a field of Grafana's own", files: { ...ORDERS, [FILE]: alerts('dashboardUid: orders') } },
    { name: 'its annotation', files: { ...ORDERS, [FILE]: alerts('annotations: { __dashboardUid__: orders }') } },
    {
      name: 'an address without a host',
      files: { ...ORDERS, [FILE]: alerts('annotations: { grafana_path: "d/orders/x?orgId=1" }') },
    },
  ],
  gap: [
    {
      name: 'one that is not there',
      files: { ...ORDERS, [FILE]: alerts('dashboardUid: order') },
      findings: [
        'grafana/provisioning/alerting/a.yaml:7:23 warning Failing0 shows the dashboard order, and no dashboard provisioned beside it has that uid. Whoever is woken follows a dead link: correct the uid, or add the dashboard.',
      ],
    },
    {
      name: 'the same for several alerts',
      files: { ...ORDERS, [FILE]: alerts('dashboardUid: order', 'dashboardUid: order') },
      findings: [
        'grafana/provisioning/alerting/a.yaml:7:23 warning 2 alerts of this file show the dashboard order, and no dashboard provisioned beside them has that uid. Whoever is woken follows a dead link: correct the uid, or add the dashboard. ×2',
      ],
    },
  ],
  skip: [
    { name: 'no dashboard', files: { ...ORDERS, [FILE]: alerts('') } },
    { name: 'a promise', files: { ...ORDERS, [FILE]: alerts('annotations: { dashboard: TODO }') } },
    {
      name: 'jsonnet',
      files: {
        'a.libsonnet': "{ alert: 'A', expr: 'up', annotations: { dashboard_url: 'https://g.acme.dev/d/x' } }\n",
      },
    },
  ],
  unknown: [
    {
      name: 'an address of another Grafana',
      files: { ...ORDERS, [FILE]: alerts('annotations: { dashboard_url: "https://g.acme.dev/d/order" }') },
    },
    {
      name: 'a uid that a label fills in',
      files: { ...ORDERS, [FILE]: alerts('annotations: { __dashboardUid__: "{{ $labels.uid }}" }') },
    },
    {
      name: 'a dashboard beside it that got its uid from Grafana',
      files: { 'grafana/provisioning/dashboards/orders.json': dashboard(), [FILE]: alerts('dashboardUid: order') },
    },
    {
      name: 'alerts of a folder of their own',
      files: { 'grafana/orders.json': dashboard('orders'), 'alerts/a.yaml': alerts('dashboardUid: order') },
    },
  ],
});
