import { describe, expect, test } from '@jest/globals';
import { type Archetype, type Judgement, type Profile, profileWith } from '@shipworthy/model';
import { rules as design } from '@shipworthy/rules-design';
import { rules as operate } from '@shipworthy/rules-operate';
import { askedOtherwise } from './asked-otherwise.ts';

const rules = [...design, ...operate];

const judgements = (names: readonly Archetype[]): Judgement<Archetype>[] =>
  names.map((name) => ({ name, because: 'a test says so' }));
const of = (...names: Archetype[]): Profile => profileWith(judgements(names));

function withPart(name: string, archetype: Archetype): Profile {
  const whole = of('service', 'library');
  return {
    ...whole,
    components: [...whole.components, { name, folder: name, archetypes: judgements([archetype]) }],
  };
}

const componentRule =
  rules.find(({ subject, presence }) => subject === 'component' && presence !== undefined)?.id ?? '';

describe('a rule on presence', () => {
  test.each<[string, string, Profile, Profile, string | undefined, boolean]>([
    ['a service becomes a library', 'oncall/documented', of('service'), of('library'), undefined, true],
    ['a library becomes a service', 'oncall/documented', of('library'), of('service'), undefined, true],
    ['a service becomes a web app', 'oncall/documented', of('service'), of('web-app'), undefined, false],
    ['a rule on content', 'alert/has-runbook', of('service'), of('library'), undefined, false],
    ['a rule that is no more', 'gone/rule', of('service'), of('library'), undefined, false],
    ['a part becomes a service', componentRule, withPart('a', 'library'), withPart('a', 'service'), 'a', true],
    ['a part is new', componentRule, of('service', 'library'), withPart('a', 'service'), 'a', false],
    ['a part stays', componentRule, withPart('a', 'service'), withPart('a', 'service'), 'a', false],
  ])('%s', (_, rule, before, now, component, expected) => {
    const finding = { rule, ...(component === undefined ? {} : { component }) };
    const [was, is] = [before, now].map((profile) => ({ profile, outcomes: [] }));
    expect(was && is && askedOtherwise(rules, was, is)(finding)).toBe(expected);
  });
});

describe('a rule that looks at what the repository is', () => {
  const side = (profile: Profile, outcome: 'gap' | 'not-applicable') => ({
    profile,
    outcomes: [
      {
        rule: 'decision/log-present',
        subject: 'repository:.',
        result: outcome === 'gap' ? { outcome } : { outcome, why: 'a test says so' },
        evidence: [],
      },
    ],
  });
  test.each<[string, Profile, 'gap' | 'not-applicable', boolean]>([
    ['asks a script nothing', of('script'), 'not-applicable', true],
    ['asks another', of('service'), 'gap', false],
    ['asks what stayed a library and is more', of('library', 'mobile'), 'not-applicable', false],
    ['asks nothing for another reason', of('library'), 'not-applicable', false],
  ])('%s', (_, profile, outcome, expected) => {
    const asked = askedOtherwise(rules, side(of('library'), 'gap'), side(profile, outcome));
    expect(asked({ rule: 'decision/log-present' })).toBe(expected);
  });
});
