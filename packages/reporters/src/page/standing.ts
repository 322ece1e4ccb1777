import type { AuditedOutcome, Change, Finding } from '@shipworthy/model';

export interface ByStanding {
  readonly introduced: readonly Finding[];
  readonly worsened: readonly Finding[];
  readonly existing: readonly Finding[];
}

/** The findings of a change: those that it answers for, and those that were there before. */
export const byStanding = (findings: readonly Finding[]): ByStanding => ({
  introduced: findings.filter(({ change }) => change === 'introduced'),
  worsened: findings.filter(({ change }) => change === 'worsened'),
  existing: findings.filter(({ change }) => change === 'existing'),
});

/** Outcomes that bear on the change: of rules that are asked of changes, and of the files that it touches. */
export function outcomesOfChange(outcomes: readonly AuditedOutcome[], { files }: Change): readonly AuditedOutcome[] {
  const touched = new Set(files.map(({ path }) => path));
  return outcomes.filter(
    ({ subject, evidence }) => subject === 'change:.' || evidence.some(({ path }) => touched.has(path)),
  );
}
