import type { Component, Judgement, Profile } from '@shipworthy/model';

/**
 * The base as it is asked beside a head: taken for what the head is, in its own parts. What a repository is was read from
 * its tree, and a workflow that goes can make a service of a component: files that the change does not touch would be asked
 * for the first time, and their gaps would seem to be its own.
 */
export function baseProfile(base: Profile, head: Profile): Profile {
  const now = new Map(head.components.map((component) => [keyOf(component), component]));
  return {
    ...head,
    components: base.components.map((component) => {
      const counterpart = now.get(keyOf(component));
      return counterpart ? { ...counterpart, name: component.name } : component;
    }),
  };
}

/** What of a profile decides how rules are asked: no words, no places. */
export function askedBy({ archetypes, components, rubric, criticality, stated, retired }: Profile): unknown {
  return {
    archetypes: namesOf(archetypes),
    components: components.map((component) => [component.name, component.folder, namesOf(component.archetypes)]),
    rubric: Object.values(rubric).map(({ answer, declared }) => [answer, declared ?? false]),
    criticality,
    stated: stated !== undefined,
    retired: retired !== undefined,
  };
}

const keyOf = ({ folder }: Component): string => folder;

const namesOf = (judged: readonly Judgement[]): readonly string[] => judged.map(({ name }) => name);
