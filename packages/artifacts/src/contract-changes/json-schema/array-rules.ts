import { flagOf } from './atoms.ts';
import { nameOf, type Place } from './checks.ts';
import type { Conjunction } from './conjunction.ts';
import { compareSchemas, type Walk } from './narrowing.ts';
import { compareCount } from './value-rules.ts';

/** What the schemas say of lists. */
export function compareItems(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  const { report } = walk;
  const always = () => true;
  compareCount(before, after, place, report, 'minItems', 'json-schema-min-items-raised', 'item', always);
  compareCount(before, after, place, report, 'maxItems', 'json-schema-max-items-lowered', 'item', always);
  const isUnique = (schema: Conjunction) => schema.all('uniqueItems').some((node) => flagOf(node) === true);
  if (isUnique(after) && !isUnique(before))
    report.add(
      'json-schema-unique-items-added',
      place,
      `the items of ${nameOf(place)} must all differ now`,
      after.at('uniqueItems'),
    );
  compareContains(before, after, place, walk);
  // Longer lists than are allowed need no items compared.
  const longest = Math.min(
    before.count('maxItems') ?? Number.POSITIVE_INFINITY,
    after.count('maxItems') ?? Number.POSITIVE_INFINITY,
  );
  const first = Math.max(before.firstItems, after.firstItems);
  for (let index = 0; index < Math.min(first, longest); index++)
    compareItem(before.item(index), after.item(index), itemPlace(after, place, `[${index}]`), place, walk);
  if (longest > first) compareItem(before.otherItems(), after.otherItems(), itemPlace(after, place, '[]'), place, walk);
}

function compareItem(before: Conjunction, after: Conjunction, inside: Place, place: Place, walk: Walk): void {
  if (after.never && !before.never)
    walk.report.add('json-schema-items-closed', place, `${nameOf(place)} takes fewer items than it did`, inside.at);
  else compareSchemas(before, after, inside, walk);
}

const itemPlace = (after: Conjunction, place: Place, name: string): Place => ({
  path: `${place.path}${name}`,
  at: after.at('items') ?? after.at('prefixItems') ?? after.at('additionalItems') ?? place.at,
});

/** An item that fits must be there; fewer fit a narrower schema. */
function compareContains(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  const is = after.all('contains');
  if (is.length === 0 || after.count('minContains') === 0) return;
  const was = before.all('contains');
  const at = after.at('contains');
  if (was.length === 0)
    walk.report.add(
      'json-schema-contains-added',
      place,
      `${nameOf(place)} must contain an item of a certain form now`,
      at,
    );
  else
    compareSchemas(
      before.document.conjunction(was),
      after.document.conjunction(is),
      { path: `${place.path}[contained]`, at },
      walk,
    );
}
