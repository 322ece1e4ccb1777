import type { Span } from '@shipworthy/model';
import { nameOf, type Place } from './checks.ts';
import { type Conjunction, textsIn } from './conjunction.ts';
import { compareSchemas, type Walk } from './narrowing.ts';
import { compareCount } from './value-rules.ts';

/** What the schemas say of objects. */
export function compareProperties(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  const { report } = walk;
  const required = before.required();
  for (const node of after.all('required'))
    for (const item of node.kind === 'seq' ? node.items : [])
      if (item.kind === 'scalar' && !required.has(item.text)) {
        const what = `${nameOf(place)} must have the property ${item.text} now`;
        report.add('json-schema-required-added', place, what, item.span);
      }
  compareDependencies(before, after, place, walk);
  compareCount(
    before,
    after,
    place,
    report,
    'minProperties',
    'json-schema-min-properties-raised',
    'property',
    (limit) => limit > required.size,
  );
  compareCount(
    before,
    after,
    place,
    report,
    'maxProperties',
    'json-schema-max-properties-lowered',
    'property',
    () => true,
  );
  compareNamed(before, after, place, walk);
  comparePatterned(before, after, place, walk);
  compareOthers(before, after, place, walk);
  const names = after.all('propertyNames');
  if (names.length > 0)
    compareSchemas(
      // A name is a text, whatever else is said of it.
      before.document.conjunction(before.all('propertyNames')),
      after.document.conjunction(names),
      {
        path: `${place.path === '' ? 'the document' : place.path} (names of properties)`,
        at: after.at('propertyNames'),
      },
      walk,
    );
}

function compareNamed(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  for (const name of new Set([...before.propertyNames, ...after.propertyNames])) {
    const is = after.property(name);
    if (!is) continue;
    const inside = inner(place, name, after.propertyAt(name));
    for (const was of described(before, name)) {
      if (was.never) continue;
      if (is.never || (isForgotten(after, name) && !isForgotten(before, name))) {
        const at = after.propertyAt(name) ?? closedAt(after) ?? place.at;
        const what = `${nameOf(place)} no longer takes the property ${name}`;
        walk.report.add('json-schema-property-removed', place, what, at);
      } else compareSchemas(was, is, inside, walk);
    }
  }
}

/**
 * What was said of a property: by the schemas, else by each of their alternatives. Nothing where nobody was told of it:
 * what is said of it now refuses hardly anybody's document.
 */
function described(before: Conjunction, name: string): readonly Conjunction[] {
  const was = before.property(name);
  if (!was) return [];
  if (before.propertyNames.has(name) || !was.isOpen) return [was];
  return before.alternatives
    .flatMap(({ branches }) => branches)
    .map((branch) => before.document.conjunction([branch]))
    .flatMap((branch) => (branch.propertyNames.has(name) ? (branch.property(name) ?? []) : []));
}

/** Is a property refused because no part and no alternative speaks of it? */
function isForgotten(schema: Conjunction, name: string): boolean {
  if (!schema.isClosed || schema.otherProperties().never) return false;
  // What alternatives and conditions describe counts as well, and is not looked into any deeper than this.
  return (
    !schema.propertyNames.has(name) &&
    schema.namePatterns.size === 0 &&
    schema.alternatives.length === 0 &&
    ['if', 'then', 'else', 'dependentSchemas', '$ref'].every((keyword) => schema.all(keyword).length === 0)
  );
}

function comparePatterned(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  for (const pattern of new Set([...before.namePatterns, ...after.namePatterns])) {
    const was = before.patterned(pattern);
    const is = after.patterned(pattern);
    // What is closed now is told once, with all others.
    if (is.never && !after.namePatterns.has(pattern) && !before.isClosed) continue;
    compareSchemas(
      was,
      is,
      { path: inner(place, `/${pattern}/`, undefined).path, at: after.at('patternProperties') ?? place.at },
      walk,
    );
  }
}

function compareOthers(before: Conjunction, after: Conjunction, place: Place, walk: Walk): void {
  const was = before.otherProperties();
  const is = after.otherProperties();
  if (after.isClosed && !before.isClosed)
    walk.report.add(
      'json-schema-additional-properties-closed',
      place,
      `${nameOf(place)} takes no properties any more that it does not list`,
      closedAt(after),
    );
  else if (!is.never) compareSchemas(was, is, inner(place, '*', closedAt(after) ?? place.at), walk);
}

const closedAt = (schema: Conjunction): Span | undefined =>
  schema.at('additionalProperties') ?? schema.at('unevaluatedProperties');

/** `dependentRequired`, and its form in older drafts. */
function compareDependencies(before: Conjunction, after: Conjunction, place: Place, { report }: Walk): void {
  const pairs = (schema: Conjunction) =>
    [...schema.all('dependentRequired'), ...schema.all('dependencies')].flatMap((node) =>
      node.kind === 'map'
        ? node.entries.flatMap(({ key, value }) => textsIn(value).map((name) => `${key} ${name}`))
        : [],
    );
  const known = new Set(pairs(before));
  const required = before.required();
  for (const pair of pairs(after)) {
    const [name = '', other = ''] = pair.split(' ', 2);
    if (known.has(pair) || required.has(other)) continue;
    report.add(
      'json-schema-dependent-required-added',
      place,
      `${nameOf(place)} must have the property ${other} now where it has ${name}`,
      after.at('dependentRequired') ?? after.at('dependencies'),
    );
  }
}

export function inner(place: Place, name: string, at: Span | undefined): Place {
  return { path: place.path === '' ? name : `${place.path}.${name}`, at: at ?? place.at };
}
