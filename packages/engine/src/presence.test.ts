import { describe, expect, test } from '@jest/globals';
import { type Outcome, type Presence, type Profile, profileWith } from '@shipworthy/model';
import { asHint, askedOf } from './presence.ts';

const presence: Presence = { asked: ['service'], hinted: ['library'] };
const of = (name: 'service' | 'library' | 'script'): Profile => profileWith([{ name, because: 'a sign' }]);
const stated = { because: '.shipworthy.yaml says what it is' };

describe('askedOf', () => {
  test.each([
    ['what was inferred', of('service'), 'as-a-hint'],
    ['what is stated', { ...of('service'), stated }, 'in-full'],
    ['what is stated and only hinted', { ...of('library'), stated }, 'no'],
    ['what is not asked of', { ...of('script'), stated }, 'no'],
  ] as const)('%s', (_, profile, asked) => {
    expect(askedOf(presence, profile).asked).toBe(asked);
  });
});

describe('asHint', () => {
  const gap = { messageId: 'a', message: 'A.', at: { path: 'a' }, related: [] };
  const severities = (outcome: Outcome) => outcome.outcome === 'gap' && outcome.gaps.map(({ severity }) => severity);

  test('makes a warning info, of the rule or of the gap, and leaves a contradiction', () => {
    const outcome: Outcome = { outcome: 'gap', gaps: [gap, { ...gap, severity: 'error' }] };
    expect(severities(asHint(outcome, 'warning'))).toEqual(['info', 'error']);
    expect(severities(asHint(outcome, 'error'))).toEqual([undefined, 'error']);
  });

  test('leaves what is no gap', () => {
    const pass: Outcome = { outcome: 'pass', evidence: [{ path: 'a' }] };
    expect(asHint(pass, 'warning')).toBe(pass);
  });
});
