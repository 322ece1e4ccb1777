import { describe, expect, test } from '@jest/globals';
import type { ContractChange } from '@shipworthy/model';
import { compareContracts } from '../index.ts';
import { CHECKS } from './checks.ts';

type Schema = Readonly<Record<string, unknown>> | boolean;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

async function changes(before: Schema, after: Schema, dialect = DRAFT): Promise<readonly ContractChange[]> {
  const side = (schema: Schema) => ({
    path: 'order.schema.json',
    text: JSON.stringify({ $schema: dialect, ...(typeof schema === 'object' ? schema : {}) }, undefined, 2),
    read: () => undefined,
  });
  const compared = await compareContracts('json-schema', side(before), side(after));
  if (compared.state === 'unknown') throw new Error(compared.why);
  return compared.changes;
}

const told = async (before: Schema, after: Schema, dialect?: string) =>
  (await changes(before, after, dialect)).map(({ check, about }) => `${check.replace('json-schema-', '')} of ${about}`);

const of = (schema: Schema) => ({ type: 'object', properties: { a: schema } });

/** Each narrows; the other way round nothing is told. */
const NARROWED: readonly (readonly [check: string, before: Schema, after: Schema])[] = [
  ['type-narrowed', of({ type: ['string', 'null'] }), of({ type: 'string' })],
  ['type-narrowed', of({ type: 'number' }), of({ type: 'integer' })],
  ['type-narrowed', of({ anyOf: [{ type: 'string' }, { type: 'null' }] }), of({ type: 'string' })],
  ['enum-added', of({ type: 'string' }), of({ type: 'string', enum: ['x'] })],
  ['enum-value-removed', of({ enum: ['x', 'y'] }), of({ enum: ['y'] })],
  ['enum-value-removed', of({ enum: ['x', { a: 1, b: 2 }] }), of({ const: { b: 2, a: 1 } })],
  ['enum-value-removed', of({ oneOf: [{ const: 'x' }, { const: 'y' }] }), of({ enum: ['y'] })],
  ['enum-value-removed', of({ type: 'boolean' }), of({ const: true })],
  ['const-added', of({ type: 'string' }), of({ const: 'x' })],
  ['never-valid', { patternProperties: { '^x-': {} } }, { patternProperties: { '^x-': false } }],
  ['minimum-raised', of({ type: 'integer', minimum: 1 }), of({ type: 'integer', minimum: 2 })],
  ['minimum-raised', of({ type: 'number', minimum: 1 }), of({ type: 'number', exclusiveMinimum: 1 })],
  ['maximum-lowered', of({ type: 'number' }), of({ type: 'number', maximum: 10 })],
  ['multiple-of-narrowed', of({ type: 'number', multipleOf: 0.1 }), of({ type: 'number', multipleOf: 0.2 })],
  ['min-length-raised', of({ type: 'string' }), of({ type: 'string', minLength: 1 })],
  ['max-length-lowered', of({ type: 'string', maxLength: 9 }), of({ type: 'string', maxLength: 8 })],
  ['pattern-added', of({ type: 'string' }), of({ type: 'string', pattern: '^a' })],
  ['format-added', of({ type: 'string' }), of({ type: 'string', format: 'uuid' })],
  ['required-added', of({}), { ...of({}), required: ['a'] }],
  ['dependent-required-added', of({}), { ...of({}), dependentRequired: { a: ['b'] } }],
  ['additional-properties-closed', of({}), { ...of({}), additionalProperties: false }],
  ['additional-properties-closed', of({}), { ...of({}), unevaluatedProperties: false }],
  ['type-narrowed', of({}), { ...of({}), additionalProperties: { type: 'string' } }],
  ['property-removed', { ...of({}), additionalProperties: false }, { type: 'object', additionalProperties: false }],
  ['property-removed', { ...of({}), unevaluatedProperties: false }, { type: 'object', unevaluatedProperties: false }],
  ['min-properties-raised', of({}), { ...of({}), minProperties: 1 }],
  ['max-properties-lowered', of({}), { ...of({}), maxProperties: 3 }],
  ['type-narrowed', { patternProperties: { '^x-': {} } }, { patternProperties: { '^x-': { type: 'string' } } }],
  ['min-length-raised', { type: 'object' }, { type: 'object', propertyNames: { minLength: 2 } }],
  ['min-items-raised', of({ type: 'array' }), of({ type: 'array', minItems: 1 })],
  ['max-items-lowered', of({ type: 'array', maxItems: 5 }), of({ type: 'array', maxItems: 4 })],
  ['type-narrowed', of({ type: 'array' }), of({ type: 'array', items: { type: 'string' } })],
  ['type-narrowed', of({ prefixItems: [{}, {}] }), of({ prefixItems: [{}, { type: 'string' }] })],
  ['items-closed', of({ prefixItems: [{}] }), of({ prefixItems: [{}], items: false })],
  ['unique-items-added', of({ type: 'array' }), of({ type: 'array', uniqueItems: true })],
  ['contains-added', of({ type: 'array' }), of({ type: 'array', contains: { const: 1 } })],
  ['enum-value-removed', of({ oneOf: [{ const: 'x' }, { const: 'y' }] }), of({ oneOf: [{ const: 'x' }] })],
  ['type-narrowed', of({ type: ['string', 'null', 'object'] }), of({ anyOf: [{ type: 'string' }, { type: 'null' }] })],
  [
    'alternative-removed',
    of({ anyOf: [{ required: ['x'] }, { required: ['y'] }] }),
    of({ anyOf: [{ required: ['x'] }] }),
  ],
  [
    'alternatives-added',
    of({ type: 'object' }),
    of({ type: 'object', anyOf: [{ required: ['x'] }, { required: ['y'] }] }),
  ],
  ['condition-changed', of({}), of({ not: { required: ['x'] } })],
  ['condition-changed', of({}), of(JSON.parse('{ "if": { "required": ["x"] }, "then": { "required": ["y"] } }'))],
  ['reference-changed', of({}), of({ $ref: 'other.json' })],
];

describe('what the newer schema refuses', () => {
  test('is told in words that the table knows, and of each there is a case', () => {
    const more = ['const-changed', 'pattern-changed', 'format-changed'];
    expect([...new Set([...NARROWED.map(([check]) => check), ...more])].sort()).toEqual(
      Object.keys(CHECKS)
        .map((check) => check.replace('json-schema-', ''))
        .sort(),
    );
  });

  test.each(NARROWED)('%s: %j to %j', async (check, before, after) => {
    const found = await changes(before, after);
    expect(found.map((change) => change.check)).toEqual(found.map(() => `json-schema-${check}`));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ at }) => at !== undefined)).toBe(true);
  });

  test.each(NARROWED)('and not the other way round: %s: %j to %j', async (_check, before, after) => {
    expect(await told(after, before)).toEqual([]);
  });

  test.each(NARROWED)('nor of what is the same: %s: %j and %j', async (_check, before, after) => {
    expect(await told(before, before)).toEqual([]);
    expect(await told(after, after)).toEqual([]);
  });

  test.each<[check: string, before: Schema, after: Schema]>([
    ['const-changed', of({ const: 1 }), of({ const: 2 })],
    ['pattern-changed', of({ type: 'string', pattern: '^a' }), of({ type: 'string', pattern: '^b' })],
    ['format-changed', of({ type: 'string', format: 'date' }), of({ type: 'string', format: 'date-time' })],
  ])('%s both ways', async (check, before, after) => {
    expect(await told(before, after)).toEqual([`${check} of a`]);
    expect(await told(after, before)).toEqual([`${check} of a`]);
  });
});

describe('the same said in other words', () => {
  test.each<[name: string, before: Schema, after: Schema]>([
    [
      'a type list for alternatives',
      of({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
      of({ type: ['null', 'string'] }),
    ],
    [
      'alternatives for a type list',
      of({ type: ['null', 'string'] }),
      of({ oneOf: [{ type: 'string' }, { type: 'null' }] }),
    ],
    ['constants for an enum', of({ enum: ['x', 'y'] }), of({ oneOf: [{ const: 'x' }, { const: 'y' }] })],
    [
      'a definition for what stood in its place',
      of({ type: 'string', maxLength: 3 }),
      { ...of({ $ref: '#/$defs/t' }), $defs: { t: { type: 'string', maxLength: 3 } } },
    ],
    ['an anchor', of({ type: 'string' }), { ...of({ $ref: '#t' }), $defs: { t: { $anchor: 't', type: 'string' } } }],
    [
      'an `allOf` around the same',
      { ...of({ type: 'string' }), required: ['a'] },
      { allOf: [of({ type: 'string' }), { required: ['a'] }] },
    ],
    ['a bound of whole numbers', of({ type: 'integer', exclusiveMinimum: 0 }), of({ type: 'integer', minimum: 1 })],
    ['a length of a known value', of({ const: 'abc' }), of({ const: 'abc', maxLength: 3, pattern: '^a' })],
    ['a bound of what can be no number', of({ type: 'string' }), of({ type: 'string', minimum: 3 })],
    ['a count that what is required has', { required: ['a', 'b'] }, { required: ['a', 'b'], minProperties: 2 }],
    ['a new property of an open object', of({}), { type: 'object', properties: { a: {}, b: { type: 'string' } } }],
    ['another alternative', of({ oneOf: [{ $ref: '#/x' }] }), of({ oneOf: [{ $ref: '#/x' }, { type: 'string' }] })],
    [
      'another order of alternatives',
      of({ oneOf: [{ type: 'object', required: ['x'] }, { type: 'string' }] }),
      of({ oneOf: [{ type: 'string' }, { required: ['x'], type: 'object' }] }),
    ],
    [
      'one alternative for each kind',
      of({ type: 'object', properties: { kind: { enum: ['x', 'y'] }, size: { type: 'integer' } }, required: ['kind'] }),
      of({
        oneOf: [
          { type: 'object', properties: { kind: { const: 'x' }, size: { type: 'number' } } },
          { type: 'object', properties: { kind: { const: 'y' }, size: {} } },
        ],
      }),
    ],
    ['words about it', of({ description: 'old', default: 1, examples: [1] }), of({ title: 'new', deprecated: true })],
  ])('%s', async (_name, before, after) => {
    expect(await told(before, after)).toEqual([]);
  });
});

describe('drafts', () => {
  const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

  test('up to 7 nothing counts beside a reference', async () => {
    const before = { ...of({ $ref: '#/definitions/t' }), definitions: { t: { type: 'string' } } };
    const after = { ...of({ $ref: '#/definitions/t', maxLength: 1 }), definitions: { t: { type: 'string' } } };
    expect(await told(before, after, DRAFT_7)).toEqual([]);
    expect(await told(before, after)).toEqual(['max-length-lowered of a']);
  });

  test.each<[name: string, dialect: string, before: Schema, after: Schema, expected: string]>([
    [
      'exclusive flags of 4',
      'http://json-schema.org/draft-04/schema#',
      of({ type: 'number', minimum: 1 }),
      of({ type: 'number', minimum: 1, exclusiveMinimum: true }),
      'minimum-raised of a',
    ],
    [
      'tuples until 2019-09',
      DRAFT_7,
      of({ items: [{}, {}] }),
      of({ items: [{}, { type: 'null' }] }),
      'type-narrowed of a[1]',
    ],
    [
      'what follows tuples until 2019-09',
      DRAFT_7,
      of({ items: [{}] }),
      of({ items: [{}], additionalItems: false }),
      'items-closed of a',
    ],
    [
      'dependencies',
      DRAFT_7,
      of({}),
      { ...of({}), dependencies: { a: ['b'] } },
      'dependent-required-added of the document',
    ],
  ])('%s', async (_name, dialect, before, after, expected) => {
    expect(await told(before, after, dialect)).toEqual([expected]);
    expect(await told(after, before, dialect)).toEqual([]);
  });
});

describe('schemas that hold themselves', () => {
  const tree = (value: Schema): Schema => ({
    $ref: '#/$defs/node',
    $defs: {
      node: { type: 'object', properties: { value, children: { type: 'array', items: { $ref: '#/$defs/node' } } } },
    },
  });

  test('are compared once', async () => {
    expect(await told(tree({ type: 'string' }), tree({ type: 'number' }))).toEqual(['type-narrowed of value']);
  });

  test('also as alternatives', async () => {
    const expression = (leaf: Schema): Schema => ({
      anyOf: [{ $ref: '#/$defs/and' }, { $ref: '#/$defs/leaf' }],
      $defs: { and: { type: 'array', items: { $ref: '#' } }, leaf },
    });
    expect(await told(expression({ type: 'string' }), expression({ type: 'boolean' }))).toEqual([
      'type-narrowed of the document',
    ]);
  });
});

test('what is found shows where the newer text says it', async () => {
  const side = (text: string) => ({ path: 'a.json', text, read: () => undefined });
  const text = (required: string) => `{ "type": "object", "properties": { "a": {} }, "required": [${required}] }`;
  const compared = await compareContracts('json-schema', side(text('')), side(text('"a"')));
  if (compared.state === 'unknown') throw new Error(compared.why);
  expect(compared.changes).toEqual([
    {
      check: 'json-schema-required-added',
      level: 'breaking',
      what: 'the document must have the property a now',
      about: 'the document',
      at: [text('').length - 3, text('').length],
    },
  ]);
});

test.each([
  ['{"type": ', /^the older version cannot be read/],
  ['[]', /^the older version is no schema/],
])('unknown: %j', async (text, why) => {
  const side = (content: string) => ({ path: 'a.json', text: content, read: () => undefined });
  expect(await compareContracts('json-schema', side(text), side('{}'))).toEqual({
    state: 'unknown',
    why: expect.stringMatching(why),
  });
});
