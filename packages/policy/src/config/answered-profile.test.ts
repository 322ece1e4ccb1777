import { describe, expect, test } from '@jest/globals';
import { profileWith } from '@shipworthy/model';
import { profileAsked } from './answered-profile.ts';

const seen = profileWith([{ name: 'service', because: 'Dockerfile packs it to run' }]);
const nothing = { rubric: {}, components: {}, areas: {} };
const at = { path: '.shipworthy.yaml' };

describe('profileAsked', () => {
  test.each([
    ['no configuration', { answers: nothing, questions: [] }, 'recommended', undefined],
    [
      'a configuration that answers nothing of it',
      { answers: { ...nothing, at }, questions: [] },
      undefined,
      undefined,
    ],
    ['areas alone', { answers: { ...nothing, areas: { billing: ['b/**'] }, at }, questions: [] }, undefined, undefined],
    ['an archetype', { answers: { ...nothing, archetypes: ['library'], at }, questions: [] }, undefined, at],
    ['a criticality', { answers: { ...nothing, criticality: 'standard', at }, questions: [] }, 'essential', at],
    ['components', { answers: { ...nothing, components: { web: '' }, at }, questions: [] }, undefined, at],
    ['a question of the rubric', { answers: { ...nothing, rubric: { harm: 'no' }, at }, questions: [] }, undefined, at],
    ['an answered question', { answers: { ...nothing, at }, questions: [{}] }, undefined, at],
  ] as const)('%s', (_, config, preset, expected) => {
    expect(profileAsked(seen, config, preset).stated?.at).toEqual(expected);
  });

  test('the strict preset, and an answer that stands in no file of the repository', () => {
    expect(profileAsked(seen, { answers: nothing, questions: [] }, 'strict').stated).toEqual({
      because: 'the strict preset asks for everything',
    });
    const answers = { ...nothing, criticality: 'critical' } as const;
    expect(profileAsked(seen, { answers, questions: [] }, 'recommended').stated).toEqual({
      because: 'the configuration says what it is',
    });
  });

  test('what a service catalog states stays', () => {
    const stated = { because: 'catalog-info.yaml says that it is a service in production' };
    expect(profileAsked({ ...seen, stated }, { answers: nothing, questions: [] }, undefined).stated).toBe(stated);
  });

  describe('an archetype that the configuration states', () => {
    const unknown = { because: 'nothing that was read says what its 400 source files make' };
    const answers = { ...nothing, archetypes: ['service'], at } as const;
    const stated = [{ name: 'service', because: '.shipworthy.yaml says so', at }];
    test('is known, of the repository and of its only part', () => {
      const part = { name: '.', folder: '', archetypes: [], unknown };
      const profile = profileAsked(
        { ...profileWith([]), unknown, components: [part] },
        { answers, questions: [] },
        undefined,
      );
      expect(profile).not.toHaveProperty('unknown');
      expect(profile.archetypes).toEqual(stated);
      expect(profile.components).toEqual([{ name: '.', folder: '', archetypes: stated }]);
    });
    test('says nothing of one of several parts', () => {
      const parts = ['', 'web'].map((folder) => ({ name: folder, folder, archetypes: [], unknown }));
      const { components } = profileAsked({ ...seen, components: parts }, { answers, questions: [] }, undefined);
      expect(components).toEqual(parts);
    });
    test('without one, what is not known stays not known, of named parts as well', () => {
      const profile = { ...profileWith([]), unknown };
      const named = { ...nothing, components: { web: 'web' } };
      const asked = profileAsked(profile, { answers: named, questions: [] }, undefined);
      expect(asked.unknown).toBe(unknown);
      expect(asked.components).toEqual([{ name: 'web', folder: 'web', archetypes: [], unknown }]);
    });
  });
});
