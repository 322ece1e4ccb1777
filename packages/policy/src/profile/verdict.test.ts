import { describe, expect, test } from '@jest/globals';
import { type HistoryFacts, type Profile, profileWith, type RubricAnswer } from '@shipworthy/model';
import { deliveryOf, rubricWith, signalsOf, verdictOf } from './verdict.ts';

const UNSEEN: RubricAnswer = { answer: 'unknown', evidence: [{ because: 'nothing that deploys it' }] };
const YES: RubricAnswer = { answer: 'yes', evidence: [{ because: 'fly.toml deploys it', at: { path: 'fly.toml' } }] };
const of = (rubric: Partial<Profile['rubric']>): Profile => ({
  ...profileWith([{ name: 'service', because: 'x' }]),
  rubric: { maintainers: UNSEEN, unattended: UNSEEN, harm: UNSEEN, change: UNSEEN, ...rubric },
});
const YEAR: HistoryFacts = { state: 'full', authors: ['Amy', 'Bob'], activeMonths: 7, tags: 0, ageInDays: 400 };
const NONE: HistoryFacts = { state: 'none', why: 'it is no git repository' };

describe('what the history adds to the rubric', () => {
  test.each<[string, HistoryFacts, Partial<Profile['rubric']>, string, string]>([
    ['two people, seven months', YEAR, {}, 'yes', 'yes'],
    ['one person, one month', { ...YEAR, authors: ['Amy'], activeMonths: 1 }, {}, 'no', 'no'],
    ['four tags', { ...YEAR, authors: [], activeMonths: 1, tags: 4 }, {}, 'no', 'yes'],
    ['what the tree says stands', { ...YEAR, authors: ['Amy'] }, { maintainers: YES }, 'yes', 'yes'],
    ['what is declared stands', YEAR, { maintainers: { answer: 'no', evidence: [], declared: true } }, 'no', 'yes'],
    ['without history it stays open', NONE, {}, 'unknown', 'unknown'],
  ])('%s', (_name, history, rubric, maintainers, change) => {
    const answers = rubricWith(of(rubric), history);
    expect([answers.maintainers.answer, answers.change.answer]).toEqual([maintainers, change]);
  });
  test('why it stays open is said', () => {
    expect(rubricWith(of({}), NONE).change.evidence.at(-1)?.because).toContain('no git repository');
  });
});

describe('the verdict', () => {
  test('nothing turned yes: programming is enough', () => {
    expect(verdictOf(of({}).rubric)).toEqual({
      enough: true,
      verdict:
        'If it runs on your laptop, you are done: programming is enough here, as far as can be seen. Once any of these turns yes, run again.',
    });
  });
  test('programming is not called enough for what nobody knows what it is', () => {
    const unknown = { because: 'nothing that was read says what its 400 source files make' };
    const { enough, verdict } = verdictOf(of({}).rubric, unknown);
    expect(enough).toBe(false);
    expect(verdict).toContain(unknown.because);
    expect(verdict).toContain('yours to answer');
    expect(verdictOf(of({ harm: YES }).rubric, unknown)).toEqual(verdictOf(of({ harm: YES }).rubric));
  });
  test('any yes: software development, and why', () => {
    expect(verdictOf(of({ unattended: YES, harm: YES }).rubric)).toEqual({
      enough: false,
      verdict:
        'If it runs on your laptop, you are not done. This is software development, because it runs without anybody watching and a failure can cost money, trust or more.',
    });
  });
});

describe('the five situations', () => {
  const seen = (profile: Profile, history: HistoryFacts) =>
    signalsOf(profile, rubricWith(profile, history), history).flatMap(({ name, seen: is }) => (is ? [name] : []));
  test('only what is seen', () => {
    expect(seen(of({}), NONE)).toEqual([]);
    expect(seen(of({ unattended: YES }), YEAR)).toEqual(['cloud', 'contributors', 'lasting']);
    const money: RubricAnswer = {
      answer: 'yes',
      evidence: [{ because: 'package.json needs stripe, so money moves through it' }],
    };
    expect(seen(of({ harm: money }), NONE)).toEqual(['customers', 'personal-data']);
  });
});

describe('what shows the five situations', () => {
  const shown = (name: string, profile: Profile, history: HistoryFacts) =>
    signalsOf(profile, rubricWith(profile, history), history).find((signal) => signal.name === name);
  test('an archetype shows a situation without renaming it', () => {
    const estate = { ...of({}), archetypes: [{ name: 'infrastructure' as const, because: '9 files set machines up' }] };
    expect(shown('cloud', estate, NONE)).toEqual({ name: 'cloud', seen: true, because: '9 files set machines up' });
  });
  test('a privacy notice shows that personal data is stored, whatever else is open', () => {
    const because = 'assets/privacy_de.html speaks of personal data';
    const noticed = of({ harm: { answer: 'unknown', evidence: [{ because }] } });
    expect(shown('personal-data', noticed, NONE)).toEqual({ name: 'personal-data', seen: true, because });
    expect(shown('customers', noticed, NONE)?.seen).toBe(false);
  });
  test.each([
    [50, '50 days'],
    [100, '3 months'],
    [3432, '9 years'],
  ])('an age of %d days is said as %s', (ageInDays, said) => {
    expect(shown('lasting', of({}), { ...YEAR, ageInDays })?.because).toBe(`its first commit is ${said} old`);
  });
  test.each([
    [[], 'nobody made three commits'],
    [['Amy'], 'one person made three commits'],
    [['Amy', 'Bob'], '2 people made three commits'],
  ])('%j', (authors, said) => {
    expect(rubricWith(of({}), { ...YEAR, authors }).maintainers.evidence[0]?.because).toContain(said);
  });
});

test.each([
  [['service'], 'run'],
  [['library', 'command'], 'shipped'],
  [['service', 'library'], 'both'],
  [['script'], 'neither'],
] as const)('%j: %s', (names, expected) => {
  expect(deliveryOf(profileWith(names.map((name) => ({ name, because: 'x' }))))).toBe(expected);
});

test('what cannot be told is neither run nor shipped', () => {
  expect(deliveryOf({ ...profileWith([]), unknown: { because: 'x' } })).toBe('unknown');
});
