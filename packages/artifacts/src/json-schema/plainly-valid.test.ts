import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import { isPlainlyValid } from './plainly-valid.ts';

const OPTIONS = { strict: false, validateFormats: false, logger: false } as const;
const VALIDATORS = {
  'draft 4': new AjvDraft04.default(OPTIONS),
  'draft 7': new Ajv(OPTIONS),
  '2019-09': new Ajv2019(OPTIONS),
  '2020-12': new Ajv2020(OPTIONS),
};

/** Every word that a draft knows. */
const WORDS = [
  ...['$id', '$ref', '$anchor', '$dynamicRef', '$recursiveRef', '$recursiveAnchor', '$vocabulary', '$comment', '$defs'],
  ...['id', 'title', 'description', 'default', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'const', 'enum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'additionalItems', 'items', 'prefixItems', 'maxItems'],
  ...[
    'minItems',
    'uniqueItems',
    'contains',
    'maxContains',
    'minContains',
    'maxProperties',
    'minProperties',
    'required',
  ],
  ...['additionalProperties', 'definitions', 'properties', 'patternProperties', 'dependencies', 'dependentSchemas'],
  ...['dependentRequired', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties', 'type', 'format', 'examples'],
  ...['contentMediaType', 'contentEncoding', 'contentSchema', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['readOnly', 'writeOnly', 'deprecated', 'nullable', 'x-of-ours'],
];
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    'a',
    'string',
    '#',
    'a#b',
    '',
    {},
    [],
    [1, 1],
    [1, 2],
    ['a', 'a'],
    ['a', 'b'],
    ['string'],
  ],
  ...[{ type: 'string' }, { type: 'text' }, [{}], [{ type: 'text' }], [{}, {}], { a: {} }, { a: { required: 'a' } }],
  ...[{ a: ['b'] }, { a: true }, [true], [null, 'a'], [[]], { minLength: -1 }],
];

/** The test shall find a fault whatever stands around it. */
const PLACES: readonly ((schema: object) => object)[] = [
  (schema) => schema,
  (schema) => ({ properties: { a: { items: schema } } }),
  (schema) => ({ allOf: [{}, { additionalProperties: schema }] }),
];

describe.each(Object.entries(VALIDATORS))('what is plainly valid is so by %s', (_draft, validator) => {
  test.each(WORDS)('%s', (word) => {
    const objected = PLACES.flatMap((place) => VALUES.map((value) => place({ [word]: value }))).filter(
      (schema) => isPlainlyValid({ ...schema }) && validator.validateSchema(schema) !== true,
    );
    expect(objected).toEqual([]);
  });
});

test.each([
  [{ type: 'object', properties: { id: { type: ['string', 'null'], format: 'uuid' } }, required: ['id'] }],
  [{ $id: 'https://acme.org/order.json', $defs: { a: { enum: ['b', 1] } }, items: { $ref: '#/$defs/a' } }],
  [{ additionalProperties: false, anyOf: [{ minLength: 1 }, { not: { const: 1 } }] }],
])('most schemas are: %j', (schema) => {
  expect(isPlainlyValid(schema)).toBe(true);
});
