import type { Profile } from '@shipworthy/model';

/** One sign is a hint; two are a system worth attacking. */
const MIN_SIGNS = 2;

/** Why failure of this system can hurt, in one clause; undefined where too little shows it. */
export function harmShown({ rubric }: Profile): string | undefined {
  const { answer, evidence, declared } = rubric.harm;
  if (answer !== 'yes') return undefined;
  const [first, second] = evidence;
  if (!first || (!declared && evidence.length < MIN_SIGNS)) return undefined;
  return second ? `${first.because}; ${second.because}` : first.because;
}
