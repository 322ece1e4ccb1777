import { expect, test } from '@jest/globals';
import type { AuditedOutcome } from '@shipworthy/model';
import { fingerprint } from '@shipworthy/policy';
import { rules } from '@shipworthy/rules-operate';
import { questionsOf } from './questions.ts';

const outcome = (rule: string, subject: string, of: 'gap' | 'unknown'): AuditedOutcome => ({
  rule,
  subject,
  result: of === 'gap' ? { outcome: 'gap' } : { outcome: 'unknown', why: 'a test says so' },
  evidence: [],
});

test('all that a rule can say of one subject answers one question', () => {
  const questions = questionsOf(rules, { outcomes: [outcome('oncall/documented', 'repository:.', 'gap')] });
  const [absent, alerts] = ['absent', 'alerts'].map((id) => fingerprint('oncall/documented', 'repository', '.', id));
  expect(questions.get(absent ?? '')).toBeDefined();
  expect(questions.get(absent ?? '')).toBe(questions.get(alerts ?? ''));
});

test('of another subject it is another question, and the name of a subject may hold colons', () => {
  const subjects = ['runbook:a:b.md', 'runbook:c.md'];
  const questions = questionsOf(rules, {
    outcomes: subjects.map((subject) => outcome('runbook/actionable', subject, 'gap')),
  });
  const [message = ''] = Object.keys(rules.find(({ id }) => id === 'runbook/actionable')?.messages ?? {});
  const [one, other] = ['a:b.md', 'c.md'].map((id) => fingerprint('runbook/actionable', 'runbook', id, message));
  expect(questions.get(one ?? '')).toBeDefined();
  expect(questions.get(other ?? '')).not.toBe(questions.get(one ?? ''));
});

test('what is no gap asks nothing', () => {
  expect(questionsOf(rules, { outcomes: [outcome('oncall/documented', 'repository:.', 'unknown')] }).size).toBe(0);
});
