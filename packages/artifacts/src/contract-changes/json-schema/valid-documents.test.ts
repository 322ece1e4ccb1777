import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compareJsonSchema } from './compare.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

/** Pairs of schemas that are made, and documents for each. */
const PAIRS = 120;
const DOCUMENTS = 40;
const NAMES = ['a', 'b', 'c'];

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  yes(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

function makeSchema(chance: Chance, depth: number): Schema {
  const some = (percent: number, made: Schema): Schema => (chance.yes(percent) ? made : {});
  const common = some(10, { description: 'x' });
  switch (
    chance.of(
      depth > 0
        ? ['string', 'number', 'enum', 'object', 'object', 'array', 'any', 'all']
        : ['string', 'number', 'enum'],
    )
  ) {
    case 'string':
      return {
        ...common,
        type: chance.yes(25) ? ['string', 'null'] : 'string',
        ...some(30, { minLength: chance.below(3) }),
        ...some(30, { maxLength: 1 + chance.below(4) }),
        ...some(20, { pattern: chance.of(['^x', 'y', 'xy$']) }),
      };
    case 'number':
      return {
        type: chance.of(['number', 'integer']),
        ...some(30, { minimum: chance.below(5) }),
        ...some(30, { maximum: 3 + chance.below(5) }),
        ...some(15, { exclusiveMinimum: chance.below(4) }),
        ...some(15, { multipleOf: chance.of([0.5, 1, 2]) }),
      };
    case 'enum':
      return { enum: NAMES.slice(chance.below(2), 2 + chance.below(2)) };
    case 'array':
      return {
        type: 'array',
        items: makeSchema(chance, depth - 1),
        ...some(30, { minItems: chance.below(3) }),
        ...some(30, { maxItems: 1 + chance.below(3) }),
        ...some(20, { uniqueItems: chance.yes(50) }),
        ...some(20, { prefixItems: [makeSchema(chance, depth - 1)] }),
        ...some(10, { contains: makeSchema(chance, 0) }),
      };
    case 'any':
      return { anyOf: [makeSchema(chance, depth - 1), makeSchema(chance, depth - 1)] };
    case 'all':
      return { allOf: [makeSchema(chance, depth - 1)], ...some(30, { $ref: '#/$defs/shared' }) };
    default:
      return {
        type: 'object',
        properties: Object.fromEntries(NAMES.map((name) => [name, makeSchema(chance, depth - 1)])),
        ...some(40, { required: NAMES.filter(() => chance.yes(40)) }),
        ...some(30, { additionalProperties: chance.yes(50) ? false : makeSchema(chance, 0) }),
        ...some(15, { patternProperties: { '^b': makeSchema(chance, 0) } }),
        ...some(10, { dependentRequired: { a: ['b'] } }),
        ...some(10, { minProperties: chance.below(3) }),
      };
  }
}

/** Another version: some words of some of its schemas are gone, new or changed. */
function change(chance: Chance, schema: Json, depth: number): Json {
  if (Array.isArray(schema))
    return schema.filter(() => chance.yes(95)).map((each: Json) => change(chance, each, depth));
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Math.max(0, depth - 1);
  const other = makeSchema(chance, depth);
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (chance.yes(6)) return [];
    const isList = ['enum', 'required', 'type', 'dependentRequired'].includes(key);
    if (['properties', 'patternProperties', '$defs'].includes(key) && typeof value === 'object')
      return [
        [
          key,
          Object.fromEntries(
            Object.entries(value ?? {}).map(([name, each]) => [
              name,
              change(chance, each, key === '$defs' ? 0 : inside),
            ]),
          ),
        ],
      ];
    if (chance.yes(6) && key in other) return [[key, other[key] ?? null]];
    return [[key, isList ? value : change(chance, value, inside)]];
  });
  const added = Object.entries(other).filter(([key]) => !(key in schema) && chance.yes(10));
  return Object.fromEntries([...kept, ...added]);
}

function makeDocument(chance: Chance, depth: number): Json {
  switch (
    chance.of(
      depth > 0 ? ['string', 'number', 'object', 'object', 'array', 'null'] : ['string', 'string', 'number', 'null'],
    )
  ) {
    case 'string':
      return chance.of(['', 'a', 'b', 'c', 'x', 'xy', 'xxy', 'xyxyx']);
    case 'number':
      return chance.below(20) / 2;
    case 'array':
      return Array.from({ length: chance.below(4) }, () => makeDocument(chance, depth - 1));
    case 'object':
      return Object.fromEntries(
        NAMES.filter(() => chance.yes(70)).map((name) => [name, makeDocument(chance, depth - 1)]),
      );
    default:
      return null;
  }
}

/** A document that has a chance to be valid. */
function fitting(chance: Chance, schema: Json | undefined, depth: number): Json {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || chance.yes(10))
    return makeDocument(chance, depth);
  const { enum: listed, anyOf, allOf, properties, items, type } = schema as Record<string, Json>;
  const branches = anyOf ?? allOf;
  if (Array.isArray(branches)) return fitting(chance, branches[chance.below(branches.length)], depth);
  if (Array.isArray(listed)) return listed[chance.below(listed.length)] ?? null;
  if (typeof properties === 'object' && properties !== null && !Array.isArray(properties))
    return Object.fromEntries(
      Object.entries(properties)
        .filter(() => chance.yes(75))
        .map(([name, each]) => [name, fitting(chance, each, depth - 1)]),
    );
  if (items !== undefined) return Array.from({ length: chance.below(4) }, () => fitting(chance, items, depth - 1));
  if (type === 'number' || type === 'integer') return type === 'integer' ? chance.below(10) : chance.below(20) / 2;
  return chance.of(['', 'a', 'x', 'xy', 'xxy', 'xyxyx']);
}

const ajv = new Ajv2020({ strict: false, logger: false });

/** Undefined where the change made no schema. */
function validator(schema: Schema): ((document: Json) => boolean) | undefined {
  return ajv.validateSchema(schema) === true ? ajv.compile(schema) : undefined;
}

test('whatever document was valid and is refused now, something is told', () => {
  const chance = new Chance(20_260_731);
  const missed: string[] = [];
  let refused = 0;
  for (let pair = 0; pair < PAIRS; pair++) {
    const before: Schema = { ...makeSchema(chance, 2), $defs: { shared: makeSchema(chance, 0) } };
    const after = { $defs: before.$defs ?? {}, ...(change(chance, before, 2) as Schema) };
    const wasValid = validator(before);
    const isValid = validator(after);
    if (!wasValid || !isValid) continue;
    const side = (schema: Json) => ({ path: 'a.json', text: JSON.stringify(schema), read: () => undefined });
    const compared = compareJsonSchema(side(before), side(after));
    const told = compared.state === 'compared' && compared.changes.length > 0;
    for (let index = 0; index < DOCUMENTS; index++) {
      const document = fitting(chance, before, 3);
      if (!wasValid(document) || isValid(document)) continue;
      refused++;
      if (told) break;
      missed.push(JSON.stringify({ document, before, after }));
      break;
    }
  }
  expect(refused).toBeGreaterThan(PAIRS / 10);
  expect(missed).toEqual([]);
});
