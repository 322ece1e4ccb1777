import {
  type Archetype,
  type Component,
  type Judgement,
  type Profile,
  type ProfileAnswers,
  RUBRIC,
  type RubricAnswer,
  type RubricQuestion,
} from '@shipworthy/model';

/** The profile with the answers of the configuration, which win over what was seen. */
export function withAnswers(profile: Profile, answers: ProfileAnswers): Profile {
  const { archetypes: names, criticality, rubric, components, at } = answers;
  const because = at ? `${at.path} says so` : 'the configuration says so';
  const placed = at ? { at } : {};
  const archetypes: readonly Judgement<Archetype>[] | undefined = names?.map((name) => ({ name, because, ...placed }));
  const answered = RUBRIC.flatMap((question): [RubricQuestion, RubricAnswer][] => {
    const answer = rubric[question];
    return answer === undefined ? [] : [[question, { answer, evidence: [{ because, ...placed }], declared: true }]];
  });
  const declared = Object.entries(components);
  return {
    ...profile,
    ...(archetypes ? { archetypes } : {}),
    ...(criticality ? { criticality } : {}),
    ...(answered.length === 0 ? {} : { rubric: { ...profile.rubric, ...Object.fromEntries(answered) } }),
    ...(declared.length === 0
      ? {}
      : { components: declared.map(([name, folder]) => componentOf(name, folder, profile)) }),
  };
}

/** A component keeps what was seen of it: by its folder, or else what the whole is. */
function componentOf(name: string, folder: string, profile: Profile): Component {
  const seen = profile.components.find((component) => component.folder === folder);
  return { ...seen, name, folder, archetypes: seen?.archetypes ?? profile.archetypes };
}
