import type { Finding, Gap, Place, RuledOutcome, RuleMeta } from '@shipworthy/model';
import { SEVERITIES } from '@shipworthy/model';
import { fingerprint } from './fingerprint.ts';
import type { locator } from './line-map.ts';

/**
 * Related places kept of a joined finding; the count says how many there are. Whoever mends a cause needs every place of
 * it (reporters for people show the first few); the bound only keeps a generated file of many thousand from filling a report.
 */
export const MAX_RELATED = 1000;

/** One gap together with the outcome it came from. */
export interface Case {
  readonly gap: Gap;
  readonly outcome: RuledOutcome;
}

/** Gaps by cause: what one edit would mend is one group. Groups keep the order of their first gap. */
export function groupGaps(outcomes: readonly RuledOutcome[]): readonly (readonly [Case, ...Case[]])[] {
  const groups = new Map<string, [Case, ...Case[]]>();
  let single = 0;
  for (const outcome of outcomes) {
    if (outcome.result.outcome !== 'gap') continue;
    for (const gap of outcome.result.gaps) {
      const key = gap.cause === undefined ? `#${single++}` : JSON.stringify([outcome.rule, gap.messageId, gap.cause]);
      const group = groups.get(key);
      if (group) group.push({ gap, outcome });
      else groups.set(key, [{ gap, outcome }]);
    }
  }
  return [...groups.values()];
}

/** Every place that the findings of these outcomes will show, with the evidence of passes if it is asked for. */
export function placesShown(outcomes: readonly RuledOutcome[], evidence: boolean): Place[] {
  const places: Place[] = [];
  for (const { result } of outcomes) {
    if (result.outcome === 'gap')
      for (const gap of result.gaps) places.push(gap.at, ...gap.related.map((related) => related.at));
    if (evidence && result.outcome === 'pass') places.push(...result.evidence);
    if (result.outcome === 'unknown' && result.at) places.push(result.at);
    if (result.outcome === 'exempt') places.push(...(result.gaps ?? []).map(({ at }) => at));
  }
  return places;
}

/** A group of gaps as one finding. */
export function toFinding(
  [first, ...others]: readonly [Case, ...Case[]],
  rules: ReadonlyMap<string, RuleMeta>,
  where: ReturnType<typeof locator>,
): Finding | undefined {
  const rule = rules.get(first.outcome.rule);
  if (!rule) return undefined;
  const count = 1 + others.length;
  const { gap } = first;
  const location = where.location(gap.at);
  const excerpt = where.excerpt(location);
  const message = count > 1 && gap.joined !== undefined ? gap.joined.replaceAll('{count}', String(count)) : gap.message;
  const elsewhere = placesBeside(
    gap.at,
    others.map((other) => other.gap.at),
  );
  const related = [...gap.related, ...elsewhere.map((at) => ({ at }))].slice(0, MAX_RELATED);
  const severity = gap.severity ?? rule.severity;
  return {
    rule,
    severity,
    message,
    location,
    ...(excerpt === undefined ? {} : { excerpt }),
    fingerprint: fingerprintOf([first, ...others]),
    ...(gap.inferred && severity === 'info' ? { inferred: true as const } : {}),
    count,
    related: related.map(({ at, ...rest }) => ({ location: where.location(at), ...rest })),
    place: gap.at,
  };
}

/** The identity of a finding: what its gaps have in common, or the one gap itself. */
export function fingerprintOf([{ gap, outcome }]: readonly [Case, ...Case[]]): string {
  const { rule, subject } = outcome;
  return gap.cause === undefined
    ? fingerprint(rule, subject.type, subject.id, gap.discriminator ?? gap.messageId)
    : fingerprint(rule, 'cause', gap.cause, gap.messageId);
}

/** Each place once and without the first: alerts merged from one block all point at it. */
function placesBeside(first: Place, others: readonly Place[]): readonly Place[] {
  const keyOf = ({ path, span }: Place) => `${path} ${span?.[0] ?? ''}`;
  const places = new Map(others.map((place) => [keyOf(place), place]));
  places.delete(keyOf(first));
  return [...places.values()];
}

/** By file, then position, then severity and rule: the order every reporter prints in. */
export function byPosition(a: Finding, b: Finding): number {
  return (
    compare(a.location.path, b.location.path) ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.rule.id, b.rule.id) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
