import { type Audit, type Met, QUALITIES, type RuledOutcome, type RuleMeta, STAGES } from '@shipworthy/model';

/**
 * Met and applicable per stage and quality. The unit is the rule: applicable when it passed or found a gap anywhere,
 * met when it found none. Counting subjects instead would let a page with 200 links outweigh every alert.
 */
export function summarise(rules: readonly RuleMeta[], outcomes: readonly RuledOutcome[]): Audit['summary'] {
  const answered = new Map<string, boolean>();
  for (const { rule, result } of outcomes) {
    if (result.outcome === 'gap') answered.set(rule, false);
    else if (result.outcome === 'pass' || result.outcome === 'declared') answered.set(rule, answered.get(rule) ?? true);
  }
  const tally = <T extends string>(names: readonly T[], has: (rule: RuleMeta, name: T) => boolean) => {
    const table: Partial<Record<T, Met>> = {};
    for (const name of names) {
      const applicable = rules.filter((rule) => has(rule, name) && answered.has(rule.id));
      if (applicable.length > 0)
        table[name] = { met: applicable.filter((rule) => answered.get(rule.id)).length, applicable: applicable.length };
    }
    return table;
  };
  return {
    stages: tally(STAGES, (rule, stage) => rule.stages.includes(stage)),
    qualities: tally(QUALITIES, (rule, quality) => rule.qualities.includes(quality)),
  };
}
