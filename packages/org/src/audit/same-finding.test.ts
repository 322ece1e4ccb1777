import { describe, expect, test } from '@jest/globals';
import type { Severity } from '@shipworthy/model';
import { type Judged, withoutRestated, withoutReworded } from './same-finding.ts';

const judged = (fingerprint: string, severity: Severity, cause: Judged['cause'] = 'change'): Judged => ({
  cause,
  finding: {
    rule: 'oncall/documented',
    severity,
    message: fingerprint,
    path: 'docs/on-call.md',
    fingerprint,
    count: 1,
  },
});
const names = (all: readonly Judged[]) => all.map(({ finding }) => finding.fingerprint);

describe('one question, before and now', () => {
  const questions = new Map([
    ['before', 'who is called'],
    ['now', 'who is called'],
    ['another', 'who owns it'],
  ]);

  test.each<[string, Judged, Judged, string[], string[]]>([
    ['other words', judged('before', 'info'), judged('now', 'info'), [], []],
    ['graver', judged('before', 'info'), judged('now', 'warning'), ['now'], []],
    ['lighter', judged('before', 'error'), judged('now', 'warning'), [], ['before']],
    ['two questions', judged('before', 'info'), judged('another', 'info'), ['another'], ['before']],
    ['one of several gaps', judged('one gap', 'info'), judged('other gap', 'info'), ['other gap'], ['one gap']],
    ['of which one has another cause', judged('before', 'info', 'unseen'), judged('now', 'info'), ['now'], ['before']],
  ])('%s', (_, before, now, opened, gone) => {
    const left = withoutReworded({ opened: [now], gone: [before] }, questions);
    expect([names(left.opened), names(left.gone)]).toEqual([opened, gone]);
  });

  test('each finding is the counterpart of one', () => {
    const two = [judged('now', 'info'), judged('now', 'info')];
    expect(names(withoutReworded({ opened: two, gone: [judged('before', 'info')] }, questions).opened)).toEqual([
      'now',
    ]);
  });
});

test('what says the same of the same place is the same finding, graver or lighter', () => {
  const restated = (severity: Severity, fingerprint: string): Judged => {
    const { finding, ...rest } = judged(fingerprint, severity);
    return { ...rest, finding: { ...finding, message: 'Nobody says who is called.' } };
  };
  const both = { opened: [restated('warning', 'now'), judged('new', 'info')], gone: [restated('info', 'before')] };
  expect([names(withoutRestated(both).opened), names(withoutRestated(both).gone)]).toEqual([['new'], []]);
});
