import type { YamlPlain } from '../../formats/yaml/index.ts';
import { type Atom, canonical, wordsOf } from './atoms.ts';
import { boundOf, isBeyond, isNarrower } from './bounds.ts';
import { type JsonSchemaCheck, nameOf, type Place, type Report } from './checks.ts';
import type { Conjunction } from './conjunction.ts';
import { matches } from './name-patterns.ts';

/** Letters of a value in a message. */
const MAX_SHOWN = 60;

/** Compares what the schemas say of a value whatever is inside of it. Gives the types that are left to both. */
export function compareValues(
  before: Conjunction,
  after: Conjunction,
  place: Place,
  report: Report,
): ReadonlySet<Atom> {
  const was = before.atoms();
  const is = after.atoms();
  // What alternatives refuse is told with them.
  const own = after.ownAtoms();
  const lost = new Set([...was].filter((atom) => !own.has(atom)));
  const left = new Set([...was].filter((atom) => is.has(atom)));
  const known = before.values();
  const listed = listsValues(after) ? after.values() : undefined;
  // What a list of values allows is told as values, not as their types.
  if (lost.size > 0 && !listed)
    report.add(
      'json-schema-type-narrowed',
      place,
      `${nameOf(place)} no longer takes ${wordsOf(lost)}`,
      after.at('type') ?? place.at,
    );
  if (listed) compareLists(before, after, listed, place, report);
  const values = known && [...known.values()].filter((value) => !listed || listed.has(canonical(value)));
  const bites = (atoms: readonly Atom[], refuses: (value: YamlPlain) => boolean) =>
    values ? values.some(refuses) : atoms.some((atom) => left.has(atom));
  compareNumbers(before, after, place, report, bites);
  compareTexts(before, after, place, report, bites);
  return left;
}

/** Can a value of these types, or one of the known ones, be refused? */
type Bites = (atoms: readonly Atom[], refuses: (value: YamlPlain) => boolean) => boolean;

function compareLists(
  before: Conjunction,
  after: Conjunction,
  is: ReadonlyMap<string, YamlPlain>,
  place: Place,
  report: Report,
): void {
  const was = before.values();
  const isConst = after.parts.some((part) => part.has('const'));
  const at = after.at('enum') ?? after.at('const') ?? place.at;
  if (!was) {
    const check = isConst ? 'json-schema-const-added' : 'json-schema-enum-added';
    report.add(check, place, `${nameOf(place)} takes ${is.size === 0 ? '' : 'only '}${shown([...is.keys()])} now`, at);
    return;
  }
  const gone = [...was.keys()].filter((text) => !is.has(text));
  if (gone.length === 0) return;
  const constChanged = isConst && before.parts.some((part) => part.has('const'));
  const check = constChanged ? 'json-schema-const-changed' : 'json-schema-enum-value-removed';
  const what = constChanged ? `takes ${shown([...is.keys()])} now instead of` : 'no longer takes';
  report.add(check, place, `${nameOf(place)} ${what} ${shown(gone)}`, at);
}

/** Are the values written, or only all that their type has? */
const listsValues = (schema: Conjunction): boolean =>
  schema.parts.some((part) => part.has('enum') || part.has('const')) || schema.alternatives.length > 0;

function shown(texts: readonly string[]): string {
  const text = texts.length === 0 ? 'no value' : texts.join(', ');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

function compareNumbers(before: Conjunction, after: Conjunction, place: Place, report: Report, bites: Bites): void {
  for (const [side, check, word] of [
    ['lower', 'json-schema-minimum-raised', 'at least'],
    ['upper', 'json-schema-maximum-lowered', 'at most'],
  ] as const) {
    const bound = boundOf(after, side);
    if (!bound || !isNarrower(bound, boundOf(before, side), side)) continue;
    const refuses = (value: YamlPlain) => typeof value === 'number' && isBeyond(value, bound, side);
    if (!bites(['integer', 'fraction'], refuses)) continue;
    const limit = bound.exclusive
      ? `${side === 'lower' ? 'more' : 'less'} than ${bound.value}`
      : `${word} ${bound.value}`;
    report.add(check, place, `${nameOf(place)} must be ${limit} now`, bound.at);
  }
  const whole = !before.atoms().has('fraction');
  const was = [...numbers(before, 'multipleOf'), ...(whole ? [1] : [])];
  for (const step of numbers(after, 'multipleOf')) {
    if (was.some((older) => isMultiple(older, step))) continue;
    if (bites(['integer', 'fraction'], (value) => typeof value === 'number' && !isMultiple(value, step)))
      report.add(
        'json-schema-multiple-of-narrowed',
        place,
        `${nameOf(place)} must be a multiple of ${step} now`,
        after.at('multipleOf'),
      );
  }
}

const numbers = (schema: Conjunction, keyword: string): number[] =>
  schema.all(keyword).flatMap((node) => (node.kind === 'scalar' && typeof node.value === 'number' ? [node.value] : []));

/** Steps like 0.01 have no exact double, so the quotient is rounded as validators do. */
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

function compareTexts(before: Conjunction, after: Conjunction, place: Place, report: Report, bites: Bites): void {
  const lengthOf = (value: YamlPlain) => (typeof value === 'string' ? [...value].length : undefined);
  compareCount(before, after, place, report, 'minLength', 'json-schema-min-length-raised', 'letter', (limit) =>
    bites(['string'], (value) => (lengthOf(value) ?? limit) < limit),
  );
  compareCount(before, after, place, report, 'maxLength', 'json-schema-max-length-lowered', 'letter', (limit) =>
    bites(['string'], (value) => (lengthOf(value) ?? limit) > limit),
  );
  const texts = (schema: Conjunction, keyword: string) =>
    new Set(schema.all(keyword).flatMap((node) => (node.kind === 'scalar' ? [node.text] : [])));
  for (const [keyword, added, changed] of [
    ['pattern', 'json-schema-pattern-added', 'json-schema-pattern-changed'],
    ['format', 'json-schema-format-added', 'json-schema-format-changed'],
  ] as const) {
    const was = texts(before, keyword);
    for (const text of texts(after, keyword)) {
      const refuses = (value: YamlPlain) =>
        typeof value === 'string' && (keyword === 'format' || matches(text, value) !== true);
      if (was.has(text) || !bites(typesOf(keyword, text), refuses)) continue;
      const check = was.size === 0 ? added : changed;
      report.add(check, place, `${nameOf(place)} must have the ${keyword} ${shown([text])} now`, after.at(keyword));
    }
  }
}

/** Formats of OpenAPI's own say how numbers are kept. */
const typesOf = (keyword: string, text: string): readonly Atom[] =>
  keyword === 'format' && /^(?:u?int\d+|float|double|decimal)$/.test(text) ? ['integer', 'fraction'] : ['string'];

const PLURALS = { letter: 'letters', item: 'items', property: 'properties' } as const;

/** A lower or upper count: of letters, items or properties. */
export function compareCount(
  before: Conjunction,
  after: Conjunction,
  place: Place,
  report: Report,
  keyword: string,
  check: JsonSchemaCheck,
  unit: keyof typeof PLURALS,
  bites: (limit: number) => boolean,
): void {
  const limit = after.count(keyword);
  if (limit === undefined) return;
  const lower = keyword.startsWith('min');
  const was = before.count(keyword) ?? (lower ? 0 : Number.POSITIVE_INFINITY);
  if ((lower ? limit <= was : limit >= was) || !bites(limit)) return;
  report.add(
    check,
    place,
    `${nameOf(place)} must have ${lower ? 'at least' : 'at most'} ${limit} ${limit === 1 ? unit : PLURALS[unit]} now`,
    after.at(keyword),
  );
}
