import { compareAlternatives } from './alternatives.ts';
import { compareItems } from './array-rules.ts';
import type { Place, Report } from './checks.ts';
import { nameOf } from './checks.ts';
import { compareConditions } from './conditions.ts';
import type { Conjunction } from './conjunction.ts';
import { compareProperties } from './object-rules.ts';
import { compareValues } from './value-rules.ts';

/** Pairs of schemas compared at most; more come only from schemas that hold each other in masses. */
const MAX_PAIRS = 50_000;

/** Schemas inside of each other that are followed; deeper ones come from chains of references made by machines. */
const MAX_DEPTH = 300;

/** There is more to compare than is worth the time. */
export class TooMuchToCompare extends Error {}

/** How much is compared so far, shared by all that looks into a pair of schemas. */
export class Effort {
  #pairs = 0;
  #depth = 0;
  /** Results of comparisons that only ask whether anything is found. */
  readonly known = new Map<string, boolean>();

  /**
   * Compares one more pair.
   * @throws TooMuchToCompare past the bounds
   */
  spend(compare: () => void): void {
    this.#pairs++;
    if (this.#pairs > MAX_PAIRS || this.#depth >= MAX_DEPTH) throw new TooMuchToCompare();
    this.#depth++;
    compare();
    this.#depth--;
  }
}

/** One walk through a pair of schemas. */
export interface Walk {
  readonly effort: Effort;
  readonly report: Report;
  /** Pairs that this walk came by. */
  readonly seen: Set<string>;
}

/** Finds what valid values of the older schemas the newer ones refuse. */
export function compareSchemas(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  if (after.isOpen || before.never) return;
  const key = `${before.key}|${after.key}`;
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  walk.effort.spend(() => comparePair(before, after, place, walk));
}

function comparePair(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  if (after.never) {
    walk.report.add('json-schema-never-valid', place, `${nameOf(place)} can no longer be there`);
    return;
  }
  for (const [reference, node] of after.outer)
    if (!before.outer.has(reference))
      walk.report.add(
        'json-schema-reference-changed',
        place,
        `${nameOf(place)} follows ${reference} now, which is not in this file`,
        node.span,
      );
  const left = compareValues(before, after, place, walk.report);
  if (left.has('object')) compareProperties(before, after, place, walk);
  if (left.has('array')) compareItems(before, after, place, walk);
  compareAlternatives(before, after, place, walk);
  compareConditions(before, after, place, walk.report);
}
