import {
  type Archetype,
  type Component,
  type Judgement,
  type Preset,
  type Profile,
  type ProfileAnswers,
  RUBRIC,
  type RubricAnswer,
  type RubricQuestion,
} from '@shipworthy/model';

/**
 * The profile as the rules are asked by it: with the answers of the configuration, and with what says that it is asked in
 * full. A team that takes the strict preset asks for everything; one that answers a question about its repository has looked.
 */
export function profileAsked(
  seen: Profile,
  { answers, questions }: { readonly answers: ProfileAnswers; readonly questions: readonly unknown[] },
  preset: Preset | undefined,
): Profile {
  const profile = withAnswers(seen, answers);
  const { archetypes, criticality, rubric, components, at } = answers;
  if (preset === 'strict') return { ...profile, stated: { because: 'the strict preset asks for everything' } };
  const answered = archetypes ?? criticality ?? [...Object.keys(rubric), ...Object.keys(components), ...questions][0];
  if (answered === undefined) return profile;
  return {
    ...profile,
    stated: at ? { because: `${at.path} says what it is`, at } : { because: 'the configuration says what it is' },
  };
}

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
  const { unknown, components: parts, ...seen } = profile;
  const judged = archetypes ? { archetypes } : unknown ? { unknown } : {};
  return {
    ...seen,
    ...judged,
    ...(criticality ? { criticality } : {}),
    ...(answered.length === 0 ? {} : { rubric: { ...profile.rubric, ...Object.fromEntries(answered) } }),
    components:
      declared.length > 0
        ? declared.map(([name, folder]) => componentOf(name, folder, profile))
        : parts.map((part) => (archetypes && parts.length === 1 ? { ...whole(part), archetypes } : part)),
  };
}

/** The only part of a repository is what the repository is. */
const whole = ({ name, folder }: Component): Pick<Component, 'name' | 'folder'> => ({ name, folder });

/** A component keeps what was seen of it: by its folder, or else what the whole is. */
function componentOf(name: string, folder: string, profile: Profile): Component {
  const { archetypes, unknown } = profile.components.find((component) => component.folder === folder) ?? profile;
  return { name, folder, archetypes, ...(unknown ? { unknown } : {}) };
}
