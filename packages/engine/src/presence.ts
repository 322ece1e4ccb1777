import type { Outcome, Presence, Profile, Severity } from '@shipworthy/model';

/** Whether a rule on presence is asked of this repository, and how loudly. */
export type Asked = { readonly asked: 'in-full' | 'as-a-hint' } | { readonly asked: 'no'; readonly why: string };

export function askedOf(presence: Presence, profile: Profile): Asked {
  const { asked, hinted = [], when } = presence;
  const { archetypes, rubric } = profile;
  if (when !== undefined && rubric[when].answer !== 'yes')
    return { asked: 'no', why: `nothing shows that ${CONDITIONS[when]}` };
  if (archetypes.some(({ name }) => asked.includes(name))) return { asked: profile.stated ? 'in-full' : 'as-a-hint' };
  const lightly = archetypes.some(({ name }) => hinted.includes(name));
  if (lightly && Object.values(rubric).some(({ answer }) => answer === 'yes')) return { asked: 'as-a-hint' };
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
 * @param severity of the rule, for gaps without one of their own
 */
export const asHint = (result: Outcome, severity: Severity): Outcome =>
  result.outcome === 'gap'
    ? {
        outcome: 'gap',
        gaps: result.gaps.map((gap) =>
          (gap.severity ?? severity) === 'error' ? gap : { ...gap, severity: 'info' as const },
        ),
      }
    : result;
