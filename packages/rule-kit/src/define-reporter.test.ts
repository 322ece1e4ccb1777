import { describe, expect, test } from '@jest/globals';
import { API_VERSION, defineReporter, defineRule } from './index.ts';

describe('defineReporter', () => {
  test.each(['', 'CSV', 'two words', '-csv', 'csv-', 'a--b', 'ä'])('refuses the name %j', (name) => {
    expect(() => defineReporter({ name, render: () => '' })).toThrow(/is not a reporter name/);
  });
  test.each(['csv', 'team-lines', 'json2'])('accepts the name %s', (name) => {
    expect(defineReporter({ name, render: () => '' })).toMatchObject({ name, api: API_VERSION });
  });
});

/** What the types must refuse. Never called: the compiler is the test, and an unused expectation fails it. */
export const refusedByTheTypes = () => [
  defineReporter({
    name: 'right',
    render: (audit, { page, limit, repository }) =>
      `${audit.findings.map(({ rule, location }) => `${rule.id} ${location.path}`).join()}${page?.('x')}${limit}${repository}`,
  }),
  // @ts-expect-error a reporter renders
  defineReporter({ name: 'nothing' }),
  // @ts-expect-error a report is text
  defineReporter({ name: 'data', render: (audit) => audit.findings }),
  // @ts-expect-error reporters are pure: they cannot wait for anything
  defineReporter({ name: 'slow', render: async () => '' }),
  // @ts-expect-error an audit has no such field
  defineReporter({ name: 'wrong', render: (audit) => audit.gaps.join() }),
  defineReporter({
    name: 'writes',
    render(audit) {
      // @ts-expect-error an audit cannot be changed
      audit.findings.push();
      // @ts-expect-error nor its parts
      audit.tool.name = 'mine';
      return '';
    },
  }),
  defineRule({
    id: 'acme/runbook/holds',
    title: 'T',
    stages: ['operate'],
    qualities: ['reliability'],
    severity: 'warning',
    confidence: 'high',
    preset: 'strict',
    // @ts-expect-error the page is an address, not text
    page: './rule.md',
    subject: 'runbook',
    messages: {},
    check: (_, { skip }) => skip('no'),
  }),
];
