import type { Criticality, ExemptOutcome, Gap, Investigation, Outcome, RuledOutcome } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { retirementOf } from '../profile/retirement.ts';
import { type Acceptance, AcceptedGaps } from './acceptance.ts';
import { withEvidence } from './evidence.ts';
import { type SeverityInput, severitySetting, shifted } from './severity.ts';

export interface WeighInput extends SeverityInput {
  readonly investigation: Pick<Investigation, 'inventory' | 'outcomes'>;
  readonly rules: readonly Rule[];
  /** `2026-12-31` */
  readonly today: string;
}

export interface Weighed {
  readonly outcomes: readonly RuledOutcome[];
  /** What exemptions and suppressions were needed for. */
  readonly accepted: AcceptedGaps;
}

/**
 * Outcomes as the configuration wants them: switched off, of another severity, declared elsewhere, or accepted. An outcome
 * of which some gaps are accepted becomes two.
 */
export function weigh(input: WeighInput): Weighed {
  const { investigation, config, today } = input;
  const rules = new Map(input.rules.map((rule) => [rule.id, rule]));
  const accepted = new AcceptedGaps(investigation.inventory.files, config.exemptions, today);
  const criticality = config.criticality ?? (retirementOf(investigation.inventory) ? 'experimental' : undefined);
  const outcomes = investigation.outcomes.flatMap((outcome) => {
    const rule = rules.get(outcome.rule);
    if (!rule) return [outcome];
    const known = withSeverity(outcome, rule, input, criticality);
    const answered = withEvidence(known, rule, config.evidence, today);
    const results = answered.outcome === 'gap' ? withAcceptance(answered.gaps, rule.id, accepted) : [answered];
    return results.map((result) => ({ ...outcome, result }));
  });
  return { outcomes, accepted };
}

const SWITCHED_OFF: Outcome = { outcome: 'not-applicable', why: 'the configuration switches it off here' };

function withSeverity(
  { result, subject }: RuledOutcome,
  rule: Rule,
  input: WeighInput,
  criticality: Criticality | undefined,
): Outcome {
  if (result.outcome === 'error') return result;
  if (result.outcome !== 'gap') return severitySetting(rule, subject.path, input) === 'off' ? SWITCHED_OFF : result;
  const gaps = result.gaps.flatMap((gap): Gap[] => {
    const set = severitySetting(rule, gap.at.path, input);
    if (set === 'off') return [];
    const severity = set ?? shifted(gap.severity ?? rule.severity, rule, criticality);
    return severity === (gap.severity ?? rule.severity) ? [gap] : [{ ...gap, severity }];
  });
  return gaps.length === 0 ? SWITCHED_OFF : { outcome: 'gap', gaps };
}

function withAcceptance(gaps: readonly Gap[], rule: string, accepted: AcceptedGaps): Outcome[] {
  const open: Gap[] = [];
  const exempt = new Map<object, { readonly acceptance: Acceptance; readonly gaps: Gap[] }>();
  for (const gap of gaps) {
    const acceptance = accepted.acceptanceOf(rule, gap);
    if (!acceptance) open.push(gap);
    else {
      const known = exempt.get(acceptance.of) ?? { acceptance, gaps: [] };
      known.gaps.push(gap);
      exempt.set(acceptance.of, known);
    }
  }
  const outcomes: Outcome[] = [...exempt.values()].map(exemptOutcome);
  return open.length > 0 ? [{ outcome: 'gap', gaps: open }, ...outcomes] : outcomes;
}

function exemptOutcome({ acceptance, gaps }: { acceptance: Acceptance; gaps: readonly Gap[] }): ExemptOutcome {
  const { by, why } = acceptance;
  const bounds = acceptance.by === 'exemption' ? { owner: acceptance.of.owner, expires: acceptance.of.expires } : {};
  return { outcome: 'exempt', why, by, ...bounds, gaps: gaps.map(({ message, at }) => ({ message, at })) };
}
