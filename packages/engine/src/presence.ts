import type { Archetype, Gap, Judged, Outcome, Presence, Profile, RuleMeta } from '@shipworthy/model';

/** Nobody is asked for less: what a script lacks, anything lacks. */
const LEAST: Archetype = 'script';

/** How a rule on presence is asked. */
export type Asked =
  | { readonly asked: 'in-full' | 'as-a-hint' | 'inferred' }
  | { readonly asked: 'no'; readonly why: string };

/**
 * Whether a rule on presence is asked of a repository, or of a part of it, and how loudly. Of what nobody can tell what it is,
 * no more is asked than of a script, and lightly.
 * @param judged the part; without one the repository
 */
export function askedOf(presence: Presence, profile: Profile, judged: Judged = profile): Asked {
  const { asked, hinted = [], when } = presence;
  const { rubric } = profile;
  const { archetypes, unknown } = judged;
  if (when !== undefined && rubric[when].answer !== 'yes')
    return { asked: 'no', why: `nothing shows that ${CONDITIONS[when]}` };
  const isUnknown = archetypes.length === 0 && unknown !== undefined;
  if (archetypes.some(({ name }) => asked.includes(name)) || (isUnknown && asked.includes(LEAST))) {
    if (profile.stated) return { asked: 'in-full' };
    if (isUnknown) return { asked: 'as-a-hint' };
    // What is over would be advised of its gaps in any case.
    return { asked: profile.criticality === 'experimental' ? 'as-a-hint' : 'inferred' };
  }
  const lightly = archetypes.some(({ name }) => hinted.includes(name)) || (isUnknown && hinted.includes(LEAST));
  if (lightly && Object.values(rubric).some(({ answer }) => answer === 'yes')) return { asked: 'as-a-hint' };
  if (isUnknown) return { asked: 'no', why: `not asked where it is not known what it is: ${unknown.because}` };
  const what = archetypes.map(({ name, because }) => `${name} (${because})`).join(', ');
  return { asked: 'no', why: what === '' ? 'the repository is empty' : `not asked of: ${what}` };
}

const CONDITIONS = {
  maintainers: 'several people maintain it',
  unattended: 'it runs without somebody watching',
  harm: 'its failure can hurt somebody',
  change: 'it changes every month',
} as const;

/**
 * A hint is info where the rule would warn. What contradicts itself does so whatever the repository is, and stays an error.
 * @param rule what asks, for the severity of gaps without one of their own
 * @param asked `inferred` is noted on what would be a warning if the repository said what it is
 */
export function asHint(result: Outcome, { severity }: Pick<RuleMeta, 'severity'>, asked: Asked['asked']): Outcome {
  if (result.outcome !== 'gap' || asked === 'in-full') return result;
  const gaps = result.gaps.map((gap): Gap => {
    const own = gap.severity ?? severity;
    if (own === 'error') return gap;
    const noted = asked === 'inferred' && own === 'warning' ? { inferred: true as const } : {};
    return { ...gap, severity: 'info', ...noted };
  });
  return { outcome: 'gap', gaps };
}
