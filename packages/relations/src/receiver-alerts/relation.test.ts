import { expect, test } from '@jest/globals';
import { alert, contextOf, receiver, receiverSubject, route, routing, rules } from '../testing/facts.ts';
import { receiverAlerts } from './relation.ts';

// The shape many clusters start from: four receivers, none with an integration yet.
const file = routing(
  'manifests/alertmanager-secret.yaml',
  route(
    'Default',
    [],
    [
      route('Watchdog', ['alertname="Watchdog"']),
      route('null', ['alertname="InfoInhibitor"']),
      route('Critical', ['severity="critical"']),
    ],
  ),
  [receiver('Default'), receiver('Watchdog'), receiver('Critical'), receiver('null'), receiver('Unused')],
);
const alerts = rules('rules.yaml', [
  alert('Watchdog', { labels: { severity: 'none' } }),
  alert('NodeDown', { labels: { severity: 'critical' } }),
  alert('NodeSlow', { labels: { severity: 'warning' } }),
]);
const ask = receiverAlerts.build(contextOf([file, alerts]));

test.each([
  ['Default', { deliberate: false, default: true, alerts: 1, sample: 'NodeSlow' }, ['']],
  ['Watchdog', { deliberate: true, default: false, alerts: 1, sample: 'Watchdog' }, ['alertname="Watchdog"']],
  ['Critical', { deliberate: false, alerts: 1, pagingSeverity: 'critical' }, ['severity="critical"']],
  ['null', { deliberate: true, alerts: 0 }, ['alertname="InfoInhibitor"']],
  ['Unused', { deliberate: false, alerts: 0 }, []],
])('%s', (name, expected, matchers) => {
  const reach = ask(receiverSubject(file, name));
  expect(reach).toMatchObject({ reaches: 'nobody', because: 'no-integration', ...expected });
  expect(reach.routes.map((one) => one.matchers)).toEqual(matchers);
});

test('rules beside the routes are those that take them', () => {
  const compose = routing('deploy/compose/config/am.yml', route('nobody'), [receiver('nobody')]);
  const beside = rules('deploy/compose/rules/a.yml', [alert('Local')]);
  const elsewhere = rules('cluster/rules.yml', [alert('NodeDown', { labels: { severity: 'critical' } })]);
  const reach = receiverAlerts.build(contextOf([elsewhere, compose, beside]))(receiverSubject(compose, 'nobody'));
  expect(reach).toMatchObject({ alerts: 2, sample: 'Local' });
  expect(reach.pagingSeverity).toBeUndefined();
});

test('a placeholder address is named', () => {
  const sample = routing('am.yml', route('mail'), [receiver('mail', ['team@example.org'])]);
  expect(receiverAlerts.build(contextOf([sample]))(receiverSubject(sample, 'mail'))).toMatchObject({
    reaches: 'nobody',
    because: 'placeholder-address',
    address: 'team@example.org',
  });
});

test('an integration that a template fills in is not known', () => {
  const helm = routing('am.yml', route('mail'), [receiver('mail')], { templated: true });
  expect(receiverAlerts.build(contextOf([helm]))(receiverSubject(helm, 'mail')).unknown).toContain('template');
});
