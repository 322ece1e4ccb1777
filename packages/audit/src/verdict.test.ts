import { expect, test } from '@jest/globals';
import type { AuditedOutcome, Finding, Severity } from '@shipworthy/model';
import { verdict } from './verdict.ts';

type Asked = Parameters<typeof verdict>[1];
type Result = AuditedOutcome['result'];

const DEFAULT: Asked = { failOn: 'error', strictUnknown: false };
const unknown: Result = { outcome: 'unknown', why: 'x' };
const broken: Result = { outcome: 'error', why: 'x' };

const finding = (severity: Severity): Finding => ({
  rule: {
    id: 'a/b',
    title: 'T',
    stages: ['operate'],
    qualities: ['reliability'],
    severity,
    confidence: 'high',
    preset: 'essential',
  },
  severity,
  message: 'm',
  location: { path: 'p' },
  fingerprint: 'f',
  count: 1,
  related: [],
  place: { path: 'p' },
});

test.each<[string, Severity[], Result[], Partial<Asked>, number]>([
  ['nothing', [], [], {}, 0],
  ['an error', ['error'], [], {}, 1],
  ['a warning', ['warning', 'info'], [], {}, 0],
  ['a warning when warnings fail', ['warning'], [], { failOn: 'warning' }, 1],
  ['an error when warnings fail', ['error'], [], { failOn: 'warning' }, 1],
  ['info never fails', ['info'], [], { failOn: 'warning' }, 0],
  ['an error when nothing fails', ['error'], [], { failOn: 'never' }, 0],
  ['an unknown', [], [unknown], {}, 0],
  ['an unknown when that fails', [], [unknown], { strictUnknown: true }, 1],
  ['a rule that broke', [], [broken], {}, 2],
  ['a rule that broke is worse than a gap', ['error'], [broken], { failOn: 'never' }, 2],
])('%s', (_, severities, results, asked, code) => {
  const outcomes = results.map((result) => ({ rule: 'a/b', subject: 's', result, evidence: [] }));
  expect(verdict({ findings: severities.map(finding), outcomes }, { ...DEFAULT, ...asked })).toBe(code);
});
