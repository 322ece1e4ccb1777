import {
  type MigrationFacts,
  type MigrationJudgement,
  type Outcome,
  type Place,
  type SeriesStanding,
  type SubjectMap,
  type Tools,
  whyHistory,
} from '@shipworthy/rule-kit';

/** What every rule that judges one migration says of itself. */
export const ABOUT_ONE_MIGRATION = {
  stages: ['design', 'deploy'],
  severity: 'warning',
  preset: 'strict',
  subject: 'migration',
} as const;

/** The newest may have run already: a hint until a change adds one. */
export const HINT = { severity: 'info' } as const;

type Answers = Pick<Tools<Record<never, string>, object>, 'pass' | 'skip' | 'unknown'>;

/**
 * Asks a migration, unless it is history, and answers with what was judged.
 * @param answer what is said of a gap; the place is the step, or the beginning of the migration.
 */
export function judgeMigration(
  { facts, path }: SubjectMap['migration'],
  { given: { series }, pass, skip, unknown }: Answers & { readonly given: { readonly series: SeriesStanding } },
  judge: (facts: MigrationFacts, series: SeriesStanding) => MigrationJudgement,
  answer: (judged: Extract<MigrationJudgement, { readonly verdict: 'gap' }>, place: Place) => Outcome,
): Outcome {
  const why = whyHistory(facts, series);
  if (why !== undefined) return skip(why);
  const judged = judge(facts, series);
  if (judged.verdict === 'skip') return skip(judged.why);
  if (judged.verdict === 'unknown') return unknown(judged.why, { path });
  const place = { path, span: judged.at ?? facts.head };
  return judged.verdict === 'pass' ? pass(place, judged.note) : answer(judged, place);
}
