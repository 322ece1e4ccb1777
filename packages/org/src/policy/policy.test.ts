import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '@shipworthy/policy';
import { rules } from '@shipworthy/rules-operate';
import { demandOf, leavingOut, matches, teamBy } from './in-force.ts';
import type { Match, OrgPolicy } from './org-policy.ts';
import { readPolicy } from './read-policy.ts';

const PAY = { name: 'Acme/pay-api', topics: ['pci'], language: 'Go' };

function mistakesOf(text: string): string[] {
  try {
    readPolicy('policy.yaml', text, rules);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ path, line, column, what, advice }) => `${path}:${line}:${column} ${what} | ${advice}`);
  }
}

describe('the policy of an organisation', () => {
  test('all mistakes are told at once, each at its place, with the nearest name', () => {
    const said = mistakesOf(
      [
        'default: {preset: strickt}',
        'repositories: [{match: {nam: a}, preset: strict}, {preset: strict}]',
        'overrides: [rule]',
        'exemptions: {days: -1, never: alert/has-runbok}',
        'teams: [{match: {name: "a[b"}, team: x}]',
      ].join('\n'),
    );
    expect(said).toHaveLength(7);
    for (const [place, wanted] of [
      ['policy.yaml:1:19 ', 'strict'],
      ['policy.yaml:2:25 ', 'Did you mean name?'],
      ['policy.yaml:2:51 ', 'has no match'],
      ['policy.yaml:3:13 ', 'Did you mean rules?'],
      ['policy.yaml:4:20 ', '>= 0'],
      ['policy.yaml:4:31 ', 'no rule is called'],
      ['policy.yaml:5:24 ', 'is no glob'],
    ] as const)
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${place}.*${wanted.replace('?', '\\?')}`)));
  });

  test.each([
    ['nothing', '', 'the policy is empty'],
    ['text', 'strict', 'must be keys with values'],
    ['a key twice', 'default: {}\ndefault: {}', 'is there twice'],
    ['a tag that names code', 'default: !!js/function "function () {}"', 'must be keys with values'],
  ])('%s is refused', (_, text, what) => {
    expect(mistakesOf(text).join('\n')).toContain(what);
  });

  test.each([
    [{ name: 'acme/pay-*' }, true],
    [{ name: 'pay-*' }, true],
    [{ name: ['other/*', 'acme/*'] }, true],
    [{ name: 'acme/web' }, false],
    [{ topic: ['web', 'pci'] }, true],
    [{ topic: 'web' }, false],
    [{ language: 'go' }, true],
    [{ name: 'acme/pay-*', topic: 'web' }, false],
    [{ archetype: ['service'] }, true],
    [{ archetype: ['library'] }, false],
    [{ criticality: ['critical'] }, false],
  ] satisfies [Match, boolean][])('%j matches: %s', (match, wanted) => {
    expect(matches(match, PAY, { archetypes: ['service'], rubric: {}, components: {}, areas: {} })).toBe(wanted);
  });

  test('a folder of clones has no topics and no language', () => {
    expect([matches({ topic: 'pci' }, { name: 'pay' }), matches({ language: 'Go' }, { name: 'pay' })]).toEqual([
      false,
      false,
    ]);
  });

  const policy: OrgPolicy = {
    default: { preset: 'essential' },
    repositories: [
      { match: { name: 'acme/*' }, preset: 'recommended', criticality: 'critical' },
      { match: { topic: 'pci' }, preset: 'strict' },
      { match: { topic: 'web' }, preset: 'essential' },
    ],
    teams: [
      { match: { name: 'acme/*' }, team: 'all' },
      { match: { topic: 'pci' }, team: 'pay' },
    ],
    exclude: [{ match: { name: 'acme/old-*' }, reason: 'training material' }],
  };

  test('the last entry that matches and says it wins', () => {
    expect(demandOf(policy, PAY)).toEqual({ preset: 'strict', criticality: 'critical' });
    expect(demandOf(policy, { name: 'else/x' })).toEqual({ preset: 'essential' });
  });

  test('teams', () => {
    expect([teamBy(policy, PAY), teamBy(policy, { name: 'acme/x' }), teamBy(policy, { name: 'else/x' })]).toEqual([
      'pay',
      'all',
      undefined,
    ]);
  });

  test('what is left out says why, and keeps a reason it had', () => {
    const open = () => Promise.reject(new Error('nothing is read'));
    const of = (name: string, more = {}) => ({ id: name, name, open, ...more });
    const repositories = [of('acme/old-a'), of('acme/old-b', { excluded: 'archived' }), of('acme/x')];
    const left = leavingOut(policy, { title: 'acme', repositories }).repositories;
    expect(left.map(({ excluded }) => excluded)).toEqual(['training material', 'archived', undefined]);
  });
});
