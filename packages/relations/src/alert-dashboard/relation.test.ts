import { describe, expect, test } from '@jest/globals';
import type { AlertFacts, DashboardFacts, PathClass } from '@shipworthy/model';
import { alert, alertSubject, artifact, contextOf, rules } from '../testing/facts.ts';
import { alertDashboard } from './relation.ts';

const facts = (uid?: string): DashboardFacts => ({
  dialect: 'grafana',
  carrier: 'file',
  ...(uid !== undefined && { uid }),
  openInputs: [],
  panels: 1,
  silent: [],
  queries: 1,
  faults: [],
  undefinedVariables: [],
});
const dashboard = (path: string, uid?: string, pathClass?: PathClass) =>
  artifact('dashboard', path, facts(uid), pathClass);
const ORDERS = dashboard('grafana/orders.json', 'orders-1');
const PROVISIONED = dashboard('x/provisioning/dashboards/orders.json', 'orders-1');

function follow(more: Partial<AlertFacts>, path = 'rules.yml', dashboards = [ORDERS]) {
  const file = rules(path, [alert('OrdersFailing', more)]);
  return alertDashboard.build(contextOf([...dashboards, file]))(alertSubject(file));
}
const annotated = (annotations: Record<string, string>) => ({ annotations });

describe('an alert that shows a dashboard of this repository', () => {
  test.each([
    [annotated({ dashboard_url: 'https://g.acme.dev/d/orders-1/orders?orgId=1' }), 'address'],
    [annotated({ dashboard: 'https://g.acme.dev/d/orders-1' }), 'address'],
    [annotated({ grafana_path: 'd/orders-1/orders?orgId=1' }), 'address'],
    [annotated({ dashboard: 'https://g.acme.dev/d-solo/orders-1?panelId=3' }), 'address'],
    [annotated({ description: 'See https://g.acme.dev/d/orders-1/orders.' }), 'address'],
    [annotated({ dashboard_url: 'https://g.acme.dev/d/{{ $labels.name }}' }), 'address'],
    [annotated({ __dashboardUid__: 'orders-1' }), 'declared id'],
    [{ dashboardUid: 'orders-1' }, 'declared id'],
  ])('%j', (more, how) => {
    expect(follow({ labels: { name: 'orders-1' }, ...more })).toMatchObject({
      state: 'resolved',
      how,
      to: { path: ORDERS.path },
    });
  });
});

describe('an alert that shows another', () => {
  test.each([
    annotated({ dashboard_url: 'https://g.acme.dev/d/stock/stock' }),
    annotated({ dashboard: 'https://g.acme.dev/goto/abc' }),
    annotated({ __dashboardUid__: 'stock' }),
    annotated({ dashboard_url: 'https://g.acme.dev/d/{{ $labels.other }}' }),
    { dashboardUid: 'stock' },
  ])('%j may be elsewhere', (more) => {
    expect(follow(more)).toMatchObject({ state: 'unknown' });
  });
  test('its id is missing among the dashboards provisioned beside it', () => {
    const path = 'x/provisioning/alerting/a.yaml';
    expect(follow({ dashboardUid: 'stock' }, path, [PROVISIONED])).toMatchObject({
      state: 'dangling',
      wanted: 'stock',
    });
    expect(follow({ dashboardUid: 'stock' }, 'y/provisioning/alerting/a.yaml', [PROVISIONED])).toMatchObject({
      state: 'unknown',
    });
    const unnamed = dashboard('x/provisioning/dashboards/stock.json');
    expect(follow({ dashboardUid: 'stock' }, path, [PROVISIONED, unnamed])).toMatchObject({ state: 'unknown' });
  });
});

test.each([
  {},
  { dashboard: 'TODO' },
  { dashboard: 'n/a' },
  { runbook_url: 'https://docs.acme.dev/document/d/1x7R/edit' },
  { summary: 'a/d/b' },
])('%j names none', (annotations) => {
  expect(follow(annotated(annotations))).toEqual({ state: 'missing' });
});
