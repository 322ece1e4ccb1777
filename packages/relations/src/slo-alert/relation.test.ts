import { expect, test } from '@jest/globals';
import type { AlertFacts, ObjectiveFacts, SubjectMap } from '@shipworthy/model';
import { alert, artifact, contextOf, rules } from '../testing/facts.ts';
import { sloAlert } from './relation.ts';

const objective = (more: Partial<ObjectiveFacts>): ObjectiveFacts => ({
  name: 'orders',
  target: 99,
  window: '30d',
  indicator: true,
  latency: false,
  alerting: 'none',
  policies: [],
  templated: [],
  spans: { '': [0, 9] },
  ...more,
});

function ask(objectives: readonly ObjectiveFacts[], alerts: readonly AlertFacts[]) {
  const slo = artifact('slo', 'slo.yaml', { form: 'openslo', objectives });
  const subject: SubjectMap['slo'] = {
    ...slo,
    subjectId: slo.path,
    artifact: slo,
    roles: [],
    at: () => ({ path: slo.path }),
  };
  return sloAlert.build(contextOf([slo, ...(alerts.length > 0 ? [rules('rules.yml', alerts)] : [])]))(subject);
}
const OTHER = alert('QueueFull');

test.each([
  ['a tool writes the alert', objective({ alerting: 'generated' }), [OTHER], 'resolved'],
  ['it names a policy', objective({ alerting: 'named', policies: ['fast'] }), [OTHER], 'resolved'],
  ['an alert has its label', objective({}), [OTHER, alert('A', { labels: { slo: 'Orders' } })], 'resolved'],
  ['an alert has its name', objective({ name: 'QueueFull' }), [OTHER], 'resolved'],
  ['an alert on a budget', objective({}), [OTHER, alert('ApiErrorBudgetBurn')], 'resolved'],
  ['an alert with two windows', objective({}), [alert('A', { labels: { long: '1h', short: '5m' } })], 'resolved'],
  [
    'an alert that says so',
    objective({}),
    [alert('A', { annotations: { summary: 'The burn rate is high' } })],
    'resolved',
  ],
  ['no alert speaks of it', objective({}), [OTHER], 'missing'],
  ['its alerts are off', objective({ alerting: 'off' }), [OTHER], 'missing'],
  ['it is set elsewhere', objective({ templated: ['alerting'] }), [OTHER], 'unknown'],
  ['there are no alerts', objective({}), [], 'unknown'],
])('%s', (_, one, alerts, state) => {
  expect(ask([one], alerts)).toMatchObject([{ state }]);
});
test('one answer for each objective, in order', () => {
  expect(ask([objective({ alerting: 'generated' }), objective({})], [OTHER]).map(({ state }) => state)).toEqual([
    'resolved',
    'missing',
  ]);
});
