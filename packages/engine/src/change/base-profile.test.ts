import { describe, expect, test } from '@jest/globals';
import { type Archetype, type Profile, profileWith } from '@shipworthy/model';
import { askedBy, baseProfile } from './base-profile.ts';

const judged = (name: Archetype, because = 'a test says so') => [{ name, because }];
const profile = (name: Archetype, parts: Readonly<Record<string, Archetype>> = {}): Profile => ({
  ...profileWith(judged(name)),
  components: Object.entries({ '': name, ...parts }).map(([folder, each]) => ({
    name: folder || '.',
    folder,
    archetypes: judged(each),
  })),
});
const archetypesOf = ({ components }: Profile) =>
  Object.fromEntries(components.map(({ folder, archetypes }) => [folder, archetypes[0]?.name]));

describe('a base beside a head', () => {
  test('is taken for what the head is, part by part', () => {
    const asked = baseProfile(profile('library', { api: 'library' }), profile('service', { api: 'web-app' }));
    expect(asked.archetypes).toEqual(judged('service'));
    expect(archetypesOf(asked)).toEqual({ '': 'service', api: 'web-app' });
  });
  test('keeps its own parts: those that go, and none of those that come', () => {
    const asked = baseProfile(profile('library', { old: 'command' }), profile('library', { young: 'service' }));
    expect(archetypesOf(asked)).toEqual({ '': 'library', old: 'command' });
  });
});

describe('what decides how rules are asked', () => {
  const head = profile('service', { api: 'library' });
  test('are no words', () => {
    expect(askedBy({ ...head, archetypes: judged('service', 'of other words') })).toEqual(askedBy(head));
  });
  test.each<[string, Profile]>([
    ['archetypes', profile('library', { api: 'library' })],
    ['parts', profile('service', { api: 'command' })],
    ['criticality', { ...head, criticality: 'critical' }],
    ['what is stated', { ...head, stated: { because: '.shipworthy.yaml says it' } }],
    ['retirement', { ...head, retired: { because: 'README says it', at: { path: 'README.md' } } }],
    ['answers', { ...head, rubric: { ...head.rubric, harm: { answer: 'yes', evidence: [] } } }],
  ])('are %s', (_, other) => {
    expect(askedBy(other)).not.toEqual(askedBy(head));
  });
});
