import { type Finding, SEVERITIES } from '@shipworthy/model';
import type { Anchors } from '../page/anchors.ts';
import { MAX_BYTES, MAX_LOCATIONS, MAX_RESULTS } from './limits.ts';
import { locationOf, primaryLocation } from './locations.ts';
import { messageOf } from './message.ts';
import { LEVELS } from './rules.ts';

export type SarifResult = ReturnType<typeof resultOf>;

export interface Results {
  readonly results: readonly SarifResult[];
  /** Findings that did not fit. */
  readonly left: number;
}

/**
 * The findings as results, in their order. When they are too many or too large the least severe are left out, and last
 * those that come last.
 */
export function resultsOf(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, number>,
  anchors: Anchors,
  limits: { readonly results: number; readonly bytes: number } = { results: MAX_RESULTS, bytes: MAX_BYTES },
): Results {
  const occurrences = new Map<string, number>();
  const all = findings.flatMap((finding, order) => {
    const index = rules.get(finding.rule.id);
    if (index === undefined) return [];
    const occurrence = (occurrences.get(finding.fingerprint) ?? 0) + 1;
    occurrences.set(finding.fingerprint, occurrence);
    return [{ finding, order, index, occurrence }];
  });
  const bySeverity = all.toSorted(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || a.order - b.order,
  );
  const kept: { readonly order: number; readonly result: SarifResult }[] = [];
  let bytes = 0;
  for (const { finding, order, index, occurrence } of bySeverity.slice(0, limits.results)) {
    const result = resultOf(finding, index, occurrence, anchors);
    bytes += Buffer.byteLength(JSON.stringify(result));
    if (bytes > limits.bytes) break;
    kept.push({ order, result });
  }
  kept.sort((a, b) => a.order - b.order);
  return { results: kept.map(({ result }) => result), left: findings.length - kept.length };
}

/** SARIF 2.1.0, 3.27.24. */
const BASELINE_STATES = { introduced: 'new', worsened: 'updated', existing: 'unchanged' } as const;

function resultOf(finding: Finding, ruleIndex: number, occurrence: number, anchors: Anchors) {
  const { rule, severity, message, location, excerpt, fingerprint, count, related, change } = finding;
  const places = [
    ...(location.absent ? [{ location, message: `expected at ${location.path}` }] : []),
    ...related,
  ].slice(0, MAX_LOCATIONS);
  return {
    ruleId: rule.id,
    ruleIndex,
    level: LEVELS[severity],
    message: messageOf(message),
    locations: [primaryLocation(location, excerpt, anchors)],
    ...(places.length > 0 && {
      relatedLocations: places.map((place, id) => ({
        id,
        ...locationOf(place.location),
        ...(place.message !== undefined && { message: messageOf(place.message) }),
      })),
    }),
    ...(count > 1 && { occurrenceCount: count }),
    ...(change && { baselineState: BASELINE_STATES[change] }),
    // GitHub compares this one only. Computed from the text of the line, as uploads do when it is absent, all findings
    // that are shown on the first line of one readme would be one.
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:${occurrence}`,
      'shipworthy/v1': fingerprint,
    },
  };
}
