import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const dashboard = (title: string, uid: string): string =>
  `${JSON.stringify({ title, uid, schemaVersion: 39, templating: { list: [] }, panels: [] })}\n`;
const ORDERS = { 'grafana/orders.json': dashboard('Orders', 'orders') };
const CONFIG_MAP = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: both\ndata:\n  a.json: |-\n    ${dashboard('A', 'a')}  b.json: |-\n    ${dashboard('B', 'b')}`;
const alone = (title: string, place: string) =>
  `${place} info No alert and no page leads to ${title}, so whoever is woken has to know that it is there. Link it from the alerts it explains, or from a runbook.`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page links its address',
      files: { ...ORDERS, 'README.md': '# Shop\n\n[orders](https://g.acme.dev/d/orders/x)\n' },
    },
    { name: 'a page links its file', files: { ...ORDERS, 'README.md': '# Shop\n\n[orders](grafana/orders.json)\n' } },
    { name: 'a page links its folder', files: { ...ORDERS, 'README.md': '# Shop\n\n[dashboards](grafana/)\n' } },
    { name: 'a page names its file', files: { ...ORDERS, 'README.md': '# Shop\n\nImport `grafana/orders.json`.\n' } },
    {
      name: "Grafana's own alert",
      files: {
        ...ORDERS,
        'alerts.yaml':
          'apiVersion: 1\ngroups:\n  - name: g\n    rules:\n      - title: Failing\n        condition: A\n        dashboardUid: orders\n        data:\n          - refId: A\n            datasourceUid: p\n            model: { expr: up }\n',
      },
    },
  ],
  gap: [
    {
      name: 'an address of another dashboard',
      files: { ...ORDERS, 'README.md': '# Shop\n\n[orders](https://g.acme.dev/d/order/x)\n' },
      findings: [alone('Orders', 'grafana/orders.json:1:1')],
    },
    {
      name: 'one of two in a ConfigMap',
      files: { 'both.yaml': CONFIG_MAP, 'README.md': '# Shop\n\n[a](https://g.acme.dev/d/a/x)\n' },
      findings: [alone('B', 'both.yaml:9:5')],
    },
    {
      name: 'several are one finding',
      files: { ...ORDERS, 'grafana/stock.json': dashboard('Stock', 'stock') },
      findings: [
        'grafana/orders.json:1:1 info No alert and no page leads to 2 dashboards of this repository, Orders among them, so whoever is woken has to know that they are there. Link them from the alerts they explain, or from a runbook. ×2',
      ],
    },
  ],
  skip: [
    { name: 'Terraform', files: { 'main.tf': 'resource "grafana_dashboard" "orders" {\n  config_json = "{}"\n}\n' } },
  ],
  unknown: [
    {
      name: 'a template fills in the uid',
      files: { 'chart/dashboards/orders.json': dashboard('Orders', 'x').replace('"x"', '{{ .Values.uid }}') },
    },
  ],
});
