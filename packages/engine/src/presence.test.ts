import { describe, expect, test } from '@jest/globals';
import { type Outcome, type Presence, type Profile, profileWith } from '@shipworthy/model';
import { asHint, askedOf } from './presence.ts';

const presence: Presence = { asked: ['service'], hinted: ['library'] };
const of = (name: 'service' | 'library' | 'script'): Profile => profileWith([{ name, because: 'a sign' }]);
const stated = { because: '.shipworthy.yaml says what it is' };

describe('askedOf', () => {
  test.each([
    ['what was inferred', of('service'), 'inferred'],
    ['what is stated', { ...of('service'), stated }, 'in-full'],
    ['what is stated and only hinted', { ...of('library'), stated }, 'no'],
    ['what is not asked of', { ...of('script'), stated }, 'no'],
  ] as const)('%s', (_, profile, asked) => {
    expect(askedOf(presence, profile).asked).toBe(asked);
  });

  const unknown = { because: 'nothing says what its 400 source files make' };
  const YES = { answer: 'yes', evidence: [] } as const;
  const dark = { ...profileWith([]), unknown };
  const lasting = { ...dark, rubric: { ...dark.rubric, change: YES } };
  test.each([
    ['a service', presence, dark, 'no'],
    ['a service, where everything is asked for', presence, { ...dark, stated }, 'no'],
    ['a script', { asked: ['script', 'service'] }, dark, 'as-a-hint'],
    ['a script, where everything is asked for', { asked: ['script'] }, { ...dark, stated }, 'in-full'],
    ['a script lightly', { asked: [], hinted: ['script'] }, dark, 'no'],
    ['a script lightly, and it lasts', { asked: [], hinted: ['script'] }, lasting, 'as-a-hint'],
  ] as const)('what nobody knows what it is, by what is asked of %s', (_, asks, profile, asked) => {
    expect(askedOf(asks, profile).asked).toBe(asked);
  });

  test('says that it is not known, and of a part what is known of the part', () => {
    expect(askedOf(presence, dark)).toMatchObject({ why: expect.stringContaining(unknown.because) });
    expect(askedOf(presence, dark, of('service')).asked).toBe('inferred');
    expect(askedOf(presence, of('service'), dark).asked).toBe('no');
  });
});

describe('asHint', () => {
  const gap = { messageId: 'a', message: 'A.', at: { path: 'a' }, related: [] };
  const outcome: Outcome = { outcome: 'gap', gaps: [gap, { ...gap, severity: 'error' }, { ...gap, severity: 'info' }] };
  const WARNS = { severity: 'warning' } as const;
  const shown = (result: Outcome) =>
    result.outcome === 'gap' ? result.gaps.map(({ severity, inferred }) => [severity, inferred === true]) : [];

  test('makes a warning info and notes why, and leaves a contradiction', () => {
    expect(shown(asHint(outcome, WARNS, 'inferred'))).toEqual([
      ['info', true],
      ['error', false],
      ['info', false],
    ]);
    expect(shown(asHint(outcome, WARNS, 'as-a-hint'))).toEqual([
      ['info', false],
      ['error', false],
      ['info', false],
    ]);
    expect(shown(asHint(outcome, { severity: 'error' }, 'inferred'))[0]).toEqual([undefined, false]);
  });

  test('leaves what is asked in full, and what is no gap', () => {
    const pass: Outcome = { outcome: 'pass', evidence: [{ path: 'a' }] };
    expect(asHint(outcome, WARNS, 'in-full')).toBe(outcome);
    expect(asHint(pass, WARNS, 'inferred')).toBe(pass);
  });
});
