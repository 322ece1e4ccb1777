import type { DeclaredOutcome, Kind, Outcome } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Evidence } from '../config/config.ts';
import { namesRule } from '../rule-names.ts';
import { isPast } from './days.ts';

/** What the configuration says is kept elsewhere stands for a gap, or for what could not be seen, while it is valid. */
export function withEvidence(result: Outcome, rule: Rule, evidence: readonly Evidence[], today: string): Outcome {
  if (result.outcome !== 'gap' && result.outcome !== 'unknown') return result;
  const answering = evidence.filter((entry) => answers(entry, rule));
  const valid = answering.find(({ expires }) => !isPast(expires, today));
  if (valid) return declared(valid);
  const [expired] = answering;
  if (!expired || result.outcome !== 'gap') return result;
  const note = ` The evidence declared for it (${expired.url}) expired on ${expired.expires}: look at it again.`;
  return {
    outcome: 'gap',
    gaps: result.gaps.map((gap) => ({
      ...gap,
      message: gap.message + note,
      ...(gap.joined === undefined ? {} : { joined: gap.joined + note }),
    })),
  };
}

function answers(evidence: Evidence, rule: Rule): boolean {
  if (evidence.rule !== undefined) return namesRule(evidence.rule, rule.id);
  return evidence.kind !== undefined && kindsAskedFor(rule).includes(evidence.kind);
}

/** The kinds a rule on presence asks for: those it says, or else those it looks through. */
function kindsAskedFor({ presence, needs }: Rule): readonly Kind[] {
  if (!presence) return [];
  return presence.kinds ?? Object.values(needs).flatMap((need) => (need.need === 'all' ? [need.kind] : []));
}

const declared = ({ url, owner, reviewed, expires }: Evidence): DeclaredOutcome => ({
  outcome: 'declared',
  why: `kept at ${url}; ${owner} looked at it on ${reviewed}, valid until ${expires}`,
  url,
  owner,
  reviewed,
  expires,
});
