import type { Gap, RuledOutcome } from '@shipworthy/model';
import { fingerprintOf, groupGaps } from '../findings.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

export interface Accepted {
  /** Gaps of the baseline are exempt. */
  readonly outcomes: readonly RuledOutcome[];
  /** Findings that the baseline accepts. */
  readonly accepted: number;
  /** Entries of which less is left than they accept, with how much that is: 0 for one that is gone. */
  readonly stale: readonly { readonly entry: BaselineEntry; readonly left: number }[];
}

const WHY = 'it was there when the baseline was written';

/** Accepts the findings of a baseline; one that stands for more gaps than before comes back whole. */
export function acceptBaseline(outcomes: readonly RuledOutcome[], baseline: Baseline): Accepted {
  const entries = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  const found = new Map<string, number>();
  const accepted = new Set<Gap>();
  let count = 0;
  for (const group of groupGaps(outcomes)) {
    const fingerprint = fingerprintOf(group);
    const entry = entries.get(fingerprint);
    if (!entry || entry.rule !== group[0].outcome.rule) continue;
    found.set(fingerprint, (found.get(fingerprint) ?? 0) + group.length);
    if ((found.get(fingerprint) ?? 0) > entry.count) continue;
    count++;
    for (const { gap } of group) accepted.add(gap);
  }
  const asked = new Set(outcomes.map(({ rule }) => rule));
  const unsure = new Set(
    outcomes.flatMap(({ rule, subject, result }) =>
      result.outcome === 'unknown' || result.outcome === 'error' ? [`${rule} ${subject.path}`] : [],
    ),
  );
  return {
    outcomes: outcomes.flatMap((outcome) => withoutAccepted(outcome, accepted)),
    accepted: count,
    stale: baseline.flatMap((entry) => {
      const left = found.get(entry.fingerprint) ?? 0;
      const canTell = asked.has(entry.rule) && !unsure.has(`${entry.rule} ${entry.path}`);
      return canTell && left < entry.count ? [{ entry, left }] : [];
    }),
  };
}

function withoutAccepted(outcome: RuledOutcome, accepted: ReadonlySet<Gap>): RuledOutcome[] {
  if (outcome.result.outcome !== 'gap') return [outcome];
  const { gaps } = outcome.result;
  const exempt = gaps.filter((gap) => accepted.has(gap));
  if (exempt.length === 0) return [outcome];
  const open = gaps.filter((gap) => !accepted.has(gap));
  return [
    ...(open.length > 0 ? [{ ...outcome, result: { outcome: 'gap' as const, gaps: open } }] : []),
    {
      ...outcome,
      result: { outcome: 'exempt', why: WHY, by: 'baseline', gaps: exempt.map(({ message, at }) => ({ message, at })) },
    },
  ];
}
