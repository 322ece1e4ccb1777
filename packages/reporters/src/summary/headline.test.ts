import { describe, expect, test } from '@jest/globals';
import type { Audit, Finding } from '@shipworthy/model';
import { audit, finding, outcome } from '../test-data/sample-audit.ts';
import { failingChange } from '../test-data/sample-change.ts';
import { renderSummary, type SummaryOptions } from './index.ts';

describe('the title says what the check says', () => {
  const change = (findings: readonly Finding[], more: Partial<Audit> = {}): Audit =>
    failingChange({ findings, fixed: [], outcomes: [], ...more });
  const error = finding({ change: 'introduced' });
  const warning = finding({ change: 'worsened', severity: 'warning' });
  const hint = finding({ change: 'introduced', severity: 'info' });
  test.each<[string, Audit, SummaryOptions['verdict'], string, string]>([
    [
      'an error',
      change([error]),
      { code: 1, failOn: 'error' },
      '❌ 1 error introduced: this check fails',
      '2 files changed',
    ],
    [
      'an error and a warning',
      change([error, warning]),
      { code: 1, failOn: 'error' },
      '❌ 1 error introduced: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'warnings fail',
      change([error, warning]),
      { code: 1, failOn: 'warning' },
      '❌ 1 error introduced, 1 warning worsened: this check fails',
      '2 files changed',
    ],
    [
      'nothing may fail',
      change([error]),
      { code: 0, failOn: 'never' },
      '⚠️ 1 error introduced: nothing fails',
      '2 files changed',
    ],
    [
      'hints',
      change([hint]),
      { code: 0, failOn: 'error' },
      '✅ No error or warning introduced',
      '1 hint · 2 files changed',
    ],
    ['nothing', change([]), { code: 0, failOn: 'error' }, '✅ Nothing introduced', '2 files changed'],
    [
      'only fixed',
      change([finding({ change: 'existing' })], { fixed: [error] }),
      { code: 0, failOn: 'error' },
      '✅ 1 fixed, nothing introduced',
      '1 finding from before · 2 files changed',
    ],
    [
      'a rule broke',
      change([error], { outcomes: [outcome({ outcome: 'error', why: 'x' })] }),
      { code: 2, failOn: 'error' },
      '⛔ Not fully audited: 1 rule broke, this check fails',
      '1 error introduced · 2 files changed',
    ],
    [
      'mistakes of the configuration',
      change([warning], { outcomes: [outcome({ outcome: 'unknown', why: 'x' })] }),
      { code: 3, failOn: 'error' },
      '⛔ The configuration has mistakes: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'unknowns fail',
      change([warning], { outcomes: [outcome({ outcome: 'unknown', why: 'x' })] }),
      { code: 1, failOn: 'error' },
      '❌ 1 question could not be answered: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'the whole',
      audit({ findings: [finding()] }),
      { code: 1, failOn: 'error' },
      '❌ 1 error: this check fails',
      '120 files read',
    ],
    ['the whole, nothing', audit(), { code: 0, failOn: 'error' }, '✅ Nothing found', '120 files read'],
  ])('%s', (_, from, verdict, title, aside) => {
    const [first, , second] = renderSummary(from, { verdict }).split('\n');
    expect([first, second]).toEqual([`## ${title}`, aside]);
  });
});
