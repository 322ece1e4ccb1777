import { describe, expect, test } from '@jest/globals';
import { all, defineRule, link, profile, vocabulary } from './index.ts';

const meta = {
  id: 'demo/holds',
  title: 'Something holds',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
} as const;

describe('defineRule', () => {
  test.each(['demo', 'Demo/holds', 'demo/', 'demo/Holds', '/holds', 'a/b/c/d'])('refuses the id %s', (id) => {
    expect(() =>
      defineRule({ ...meta, id, subject: 'repository', messages: {}, check: (_, { skip }) => skip('no') }),
    ).toThrow(/is not a rule id/);
  });
  test.each(['demo/holds', 'acme/demo/holds', '@acme/demo/holds'])('accepts the id %s', (id) => {
    expect(
      defineRule({ ...meta, id, subject: 'repository', messages: {}, check: (_, { skip }) => skip('no') }).id,
    ).toBe(id);
  });
  test('refuses a rule without a title', () => {
    expect(() =>
      defineRule({ ...meta, title: '', subject: 'repository', messages: {}, check: (_, t) => t.skip('no') }),
    ).toThrow(/has no title/);
  });
  test('a rule without needs sees nothing', () => {
    const rule = defineRule({ ...meta, subject: 'repository', messages: {}, check: (_, { skip }) => skip('no') });
    expect(rule.needs).toEqual({});
  });
});

/** What the types must refuse. Never called: the compiler is the test, and an unused expectation fails it. */
export const refusedByTheTypes = () => [
  defineRule({
    ...meta,
    subject: 'alert',
    needs: { runbook: link('alert -> runbook'), words: vocabulary(), owners: all('ownership'), what: profile() },
    messages: { absent: 'Alert {alert} has none.', plain: 'None.' },
    check(alert, { given, gap, fault, gaps, pass }) {
      // Right: declared inputs, known messages, every slot filled.
      if (given.runbook.state === 'resolved') return pass(given.runbook.to);
      if (given.owners.length > 0) return gaps([fault('absent', alert.at('name'), { alert: alert.name })], alert.at());
      if (given.words.ownerLabels.length > 0) return gap('plain', alert.at());
      // @ts-expect-error no such message
      gap('missing', alert.at());
      // @ts-expect-error a slot is not filled
      gap('absent', alert.at());
      // @ts-expect-error no such slot
      gap('absent', alert.at(), { name: alert.name });
      // @ts-expect-error not declared under needs
      given.owner;
      // @ts-expect-error an alert has no such field
      alert.runbookUrl;
      return gap('absent', alert.at('labels', 'severity'), { alert: alert.name });
    },
  }),
  defineRule({
    ...meta,
    subject: 'readme',
    // @ts-expect-error this relation does not start from a readme
    needs: { runbook: link('alert -> runbook') },
    messages: {},
    check: (_, { skip }) => skip('no'),
  }),
  defineRule({
    ...meta,
    // @ts-expect-error no such subject
    subject: 'alarm',
    messages: {},
    check: (_, { skip }) => skip('no'),
  }),
];
