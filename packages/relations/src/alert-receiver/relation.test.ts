import { describe, expect, test } from '@jest/globals';
import type { AlertFacts, RouteFacts } from '@shipworthy/model';
import { alert, alertSubject, contextOf, receiver, route, routing, rules } from '../testing/facts.ts';
import { alertReceiver } from './relation.ts';

const RECEIVERS = [
  receiver('team', ['ops@acme.dev']),
  receiver('pager', ['p@acme.dev']),
  receiver('nobody'),
  receiver('sample', ['you@example.com']),
];

function deliver(root: RouteFacts, labels: Record<string, string>, more: Partial<AlertFacts> = {}) {
  const file = rules('rules.yml', [alert('QueueDepthHigh', { labels, ...more })]);
  const context = contextOf([file, routing('alertmanager.yml', root, RECEIVERS)]);
  const delivery = alertReceiver.build(context)(alertSubject(file));
  if (delivery.state === 'delivered') return delivery.receivers.map(({ name }) => name).join('+');
  return delivery.state === 'undelivered' ? `${delivery.receiver}: ${delivery.because}` : delivery.state;
}

const child = (name: string | undefined, matchers: string[], goesOn = false, below: RouteFacts[] = []) =>
  route(name, matchers, below, goesOn);

describe('the walk through the routes', () => {
  const page = { severity: 'page' };
  test.each<[string, RouteFacts, Record<string, string>, string]>([
    ['the root takes what no child takes', route('team', [], [child('pager', ['severity="low"'])]), page, 'team'],
    [
      'the first child that matches takes it',
      route('team', [], [child('pager', ['severity="page"']), child('nobody', [])]),
      page,
      'pager',
    ],
    [
      'a catch-all before it swallows it',
      route('team', [], [child('nobody', []), child('pager', ['severity="page"'])]),
      page,
      'nobody: no-integration',
    ],
    [
      'continue hands it on',
      route('team', [], [child('nobody', [], true), child('pager', ['severity="page"'])]),
      page,
      'pager',
    ],
    [
      'continue without another match ends there',
      route('team', [], [child('nobody', [], true)]),
      page,
      'nobody: no-integration',
    ],
    ['a child inherits the receiver', route('team', [], [child(undefined, ['severity="page"'])]), page, 'team'],
    [
      'a grandchild decides',
      route(
        'nobody',
        [],
        [child(undefined, ['severity=~"page|critical"'], false, [child('pager', ['alertname="QueueDepthHigh"'])])],
      ),
      page,
      'pager',
    ],
    ['expressions are anchored', route('team', [], [child('nobody', ['severity=~"pa"'])]), page, 'team'],
    [
      'expressions may match negatively',
      route('team', [], [child('nobody', ['severity!~"low|info"'])]),
      page,
      'nobody: no-integration',
    ],
    ['a receiver nobody defines', route('gone'), page, 'gone: undefined-receiver'],
    ['an address of documentation', route('sample'), page, 'sample: placeholder-address'],
    [
      'an invalid expression leaves it open',
      route('team', [], [child('nobody', ['severity=~"pa("'])]),
      page,
      'unknown',
    ],
    ['an unknown label leaves it open', route('team', [], [child('nobody', ['namespace="x"'])]), page, 'unknown'],
    [
      'an unknown label does not matter when all ways deliver',
      route('team', [], [child('pager', ['namespace="x"'])]),
      page,
      'pager+team',
    ],
    [
      'nor when none does',
      route('nobody', [], [child('sample', ['namespace="x"'])]),
      page,
      'sample: placeholder-address',
    ],
    [
      'a certain delivery besides an open one',
      route('nobody', [], [child('pager', ['severity="page"'], true), child('team', ['namespace="x"'])]),
      page,
      'pager',
    ],
    [
      'an unknown label before a certain one',
      route('nobody', [], [child('pager', ['namespace="x"']), child('team', ['severity="page"'])]),
      page,
      'pager+team',
    ],
    [
      'a templated label is not known',
      route('team', [], [child('nobody', ['severity="page"'])]),
      { severity: '{{ $labels.s }}' },
      'unknown',
    ],
  ])('%s', (_, root, labels, expected) => {
    expect(deliver(root, labels)).toBe(expected);
  });
});

describe('several files', () => {
  const file = rules('rules.yml', [alert('QueueDepthHigh')]);
  const ask = (...trees: ReturnType<typeof routing>[]) =>
    alertReceiver.build(contextOf([file, ...trees], ['deploy/base/kustomization.yaml']))(alertSubject(file));
  const good = routing('a/alertmanager.yml', route('team'), RECEIVERS);
  const bad = (path: string, more = {}, pathClass: 'authored' | 'example' = 'authored') =>
    routing(path, route('nobody'), RECEIVERS, more, pathClass);

  test('without routes here, nothing is known of delivery', () => {
    expect(ask()).toEqual({ state: 'missing' });
  });
  test('one environment that loses the alert is told', () => {
    expect(ask(good, bad('b/alertmanager.yml'))).toMatchObject({
      state: 'undelivered',
      at: { path: 'b/alertmanager.yml' },
    });
  });
  test('an example that loses it is not, when the real one delivers', () => {
    expect(ask(good, bad('b/alertmanager.yml', {}, 'example'))).toMatchObject({ state: 'delivered' });
  });
  test.each([
    ['an example', bad('b/am.yml', {}, 'example')],
    ['a base of Kustomize', bad('deploy/base/am.yml')],
    ['routes of one namespace', bad('b/am.yml', { dialect: 'alertmanager-config', namespace: 'shop' })],
  ])('%s alone is a doubt', (_, tree) => {
    expect(ask(tree)).toMatchObject({ state: 'undelivered', doubtful: expect.any(String) });
  });
  test('a template may fill in the integrations', () => {
    expect(ask(bad('b/am.yml', { templated: true }))).toMatchObject({ state: 'unknown' });
  });
});

describe('Grafana', () => {
  const file = rules('alerting/rules.yml', [alert('High')], 'grafana');
  const ask = (...trees: ReturnType<typeof routing>[]) =>
    alertReceiver.build(contextOf([file, ...trees]))(alertSubject(file));
  const points = (...names: string[]) =>
    routing(
      'alerting/points.yml',
      undefined,
      names.map((name) => receiver(name, ['admin@example.com'])),
      { dialect: 'grafana' },
    );

  test('policies and contact points of two files are read together', () => {
    const policies = routing('alerting/policies.yml', route('ops'), [], { dialect: 'grafana' });
    const contact = routing('alerting/points.yml', undefined, [receiver('ops', ['ops@acme.dev'])], {
      dialect: 'grafana',
    });
    expect(ask(policies, contact)).toMatchObject({
      state: 'delivered',
      receivers: [{ at: { path: 'alerting/points.yml' } }],
    });
  });
  test('without policies the default contact point takes all', () => {
    expect(ask(points('other', 'grafana-default-email'))).toMatchObject({
      state: 'undelivered',
      receiver: 'grafana-default-email',
      because: 'placeholder-address',
      address: 'admin@example.com',
    });
  });
  test('several contact points without policies say nothing', () => {
    expect(ask(points('a', 'b'))).toEqual({ state: 'missing' });
  });
  test('a policy may name a contact point that was made by hand', () => {
    expect(ask(routing('alerting/p.yml', route('by-hand'), [], { dialect: 'grafana' }))).toMatchObject({
      state: 'unknown',
    });
  });
});
