import type { Artifact, Profile } from '@shipworthy/model';

/** One sign is a hint; two are a system worth attacking. */
const MIN_SIGNS = 2;

/**
 * What an attacker could gain from this system, in one clause; undefined where too little shows it. Alerts show that its
 * failure hurts, not that somebody profits from it.
 */
export function harmShown({ rubric }: Profile, alerts: readonly Artifact<'alert-rules'>[]): string | undefined {
  const { answer, evidence, declared } = rubric.harm;
  if (answer !== 'yes') return undefined;
  const watched = new Set(alerts.map(({ path }) => path));
  const signs = declared ? evidence : evidence.filter(({ at }) => at === undefined || !watched.has(at.path));
  const [first, second] = signs;
  if (!first || (!declared && signs.length < MIN_SIGNS)) return undefined;
  return second ? `${first.because}; ${second.because}` : first.because;
}
