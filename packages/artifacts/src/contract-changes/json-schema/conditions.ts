import { toPlain } from '../../formats/yaml/index.ts';
import { canonical } from './atoms.ts';
import { nameOf, type Place, type Report } from './checks.ts';
import type { Conjunction } from './conjunction.ts';

/** Keywords by which what holds hangs on the value: what they refuse cannot be told from their words. */
const CONDITIONS = ['not', 'if', 'then', 'else', 'dependentSchemas', 'unevaluatedItems'] as const;

/** Conditions that are new or have other words. */
export function compareConditions(before: Conjunction, after: Conjunction, place: Place, report: Report): void {
  for (const keyword of CONDITIONS) {
    const was = new Set(before.all(keyword).map((node) => canonical(toPlain(node))));
    const changed = after.all(keyword).find((node) => !was.has(canonical(toPlain(node))));
    if (changed)
      report.add(
        'json-schema-condition-changed',
        place,
        `\`${keyword}\` of ${nameOf(place)} ${was.size === 0 ? 'is new' : 'changed'}`,
        after.at(keyword),
      );
  }
}
