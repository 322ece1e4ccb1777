import type { AuditedBaseline, Investigation, Preset, RuledOutcome } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { acceptBaseline } from '../baseline/accept.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Config } from '../config/config.ts';
import { type SettledSubjects, settledSubjects } from './settled.ts';
import { severitySetting } from './severity.ts';
import { weigh } from './weigh.ts';

export interface Weighing {
  readonly config: Config;
  /** Rules that were asked. */
  readonly rules: readonly Rule[];
  /** Ids of all rules there are. */
  readonly known: readonly string[];
  /** Rules were named on the command line. */
  readonly named: boolean;
  /** `2026-12-31` */
  readonly today: string;
  /** Asks the rules on exemptions and suppressions, which can answer only now. */
  readonly askSettled: (subjects: SettledSubjects) => readonly RuledOutcome[];
  /** Findings that were accepted at adoption. */
  readonly baseline?: Baseline | undefined;
}

export interface WeighedAll {
  readonly outcomes: readonly RuledOutcome[];
  /** The same as if there were no baseline. */
  readonly unaccepted: readonly RuledOutcome[];
  /** What became of the baseline; absent without one. */
  readonly baseline?: AuditedBaseline;
}

/**
 * The outcomes as the configuration wants them, those of the rules about the configuration itself, and what the baseline
 * accepts of both.
 */
export function weighAll(
  investigation: Pick<Investigation, 'inventory' | 'outcomes'>,
  preset: Preset,
  weighing: Weighing,
): WeighedAll {
  const outcomes = asConfigured(investigation, preset, weighing);
  if (!weighing.baseline) return { outcomes, unaccepted: outcomes };
  const { accepted, stale, outcomes: open } = acceptBaseline(outcomes, weighing.baseline);
  return {
    outcomes: open,
    unaccepted: outcomes,
    baseline: {
      accepted,
      stale: stale.map(({ entry: { rule, fingerprint, path }, left }) => ({ rule, fingerprint, path, left })),
    },
  };
}

function asConfigured(
  investigation: Pick<Investigation, 'inventory' | 'outcomes'>,
  preset: Preset,
  weighing: Weighing,
): readonly RuledOutcome[] {
  const { outcomes, accepted } = weigh({ ...weighing, preset, investigation });
  const { files } = investigation.inventory;
  const subjects = settledSubjects({
    ...weighing,
    asked: weighing.rules,
    isOff: (rule, path) => severitySetting(rule, path, { ...weighing, preset }) === 'off',
    files,
    outcomes,
    accepted,
  });
  const settled = subjects.exemption.length + subjects.suppression.length === 0 ? [] : weighing.askSettled(subjects);
  if (settled.length === 0) return outcomes;
  // An exemption that accepts everything must not accept that it does.
  const config = { ...weighing.config, exemptions: [] };
  const upkeep = weigh({ ...weighing, config, preset, investigation: { ...investigation, outcomes: settled } });
  return [...outcomes, ...upkeep.outcomes];
}
