import { describe, expect, test } from '@jest/globals';
import {
  checksOf,
  describing,
  NUMBER,
  objectOf,
  returned,
  type SchemaRow,
  STRING,
  STRINGS,
  sent,
} from './testing/documents.ts';

const CONDITIONS = Object.fromEntries([
  ['if', { required: ['a'] }],
  ['then', { minProperties: 2 }],
  ['else', { maxProperties: 1 }],
]);

const shapeOf = (kind: string, properties: object = {}, required: readonly string[] = []) =>
  objectOf({ kind: { const: kind }, ...properties }, ['kind', ...required]);

const ROWS: readonly SchemaRow[] = [
  [
    'property',
    objectOf({ a: STRING, b: STRING }),
    objectOf({ a: STRING }),
    ['request-property-removed', 'response-optional-property-removed'],
    [],
  ],
  [
    'required property',
    objectOf({ a: STRING }),
    objectOf({ a: STRING, b: STRING }, ['b']),
    ['new-required-request-header-property', 'new-required-request-property'],
    ['request-property-removed', 'response-required-property-removed'],
  ],
  [
    'required property with default',
    objectOf({}),
    objectOf({ b: { ...STRING, default: 'x' } }, ['b']),
    ['new-required-request-header-property', 'new-required-request-property-with-default'],
    ['request-property-removed', 'response-required-property-removed'],
  ],
  [
    'property required',
    objectOf({ a: STRING }),
    objectOf({ a: STRING }, ['a']),
    ['request-header-property-became-required', 'request-property-became-required'],
    ['response-property-became-optional'],
  ],
  [
    'property with default required',
    objectOf({ a: { ...STRING, default: 'x' } }),
    objectOf({ a: { ...STRING, default: 'x' } }, ['a']),
    ['request-header-property-became-required', 'request-property-became-required-with-default'],
    ['response-property-became-optional'],
  ],
  [
    'read-only property required',
    objectOf({ a: { ...STRING, readOnly: true } }),
    objectOf({ a: { ...STRING, readOnly: true } }, ['a']),
    [],
    ['response-property-became-optional'],
  ],
  [
    'write-only',
    objectOf({ a: { ...STRING, writeOnly: true } }, ['a']),
    objectOf({ a: STRING }, ['a']),
    ['response-required-property-became-not-write-only'],
    [],
  ],
  [
    'all of',
    { allOf: [objectOf({ a: STRING }), objectOf({ b: STRING })] },
    { allOf: [objectOf({ a: STRING }), objectOf({ b: STRING }), objectOf({ c: STRING }, ['c'])] },
    [...sent('all-of-added')],
    [...sent('all-of-removed')],
  ],
  [
    'any of',
    { anyOf: [objectOf({ a: STRING }), objectOf({ b: STRING })] },
    { anyOf: [objectOf({ a: STRING }), objectOf({ b: STRING }), objectOf({ c: STRING })] },
    [],
    [...sent('any-of-removed')],
  ],
  [
    'any of in any of',
    { anyOf: [{ anyOf: [objectOf({ a: STRING }), objectOf({ b: STRING })] }, NUMBER] },
    { anyOf: [objectOf({ a: STRING }), { anyOf: [NUMBER, objectOf({ c: STRING }), objectOf({ b: STRING })] }] },
    [],
    [...sent('any-of-removed')],
  ],
  [
    'members told apart by a constant',
    { anyOf: [shapeOf('circle'), shapeOf('square'), shapeOf('line')] },
    {
      anyOf: [
        shapeOf('line', { unit: STRING }),
        shapeOf('circle', { unit: STRING }),
        shapeOf('square', { unit: STRING }),
      ],
    },
    [],
    ['request-property-removed', 'response-optional-property-removed'],
  ],
  [
    'members of one constant, told apart by what they require',
    { anyOf: [shapeOf('circle', { id: STRING }, ['id']), shapeOf('line')] },
    {
      anyOf: [
        shapeOf('circle', { unit: STRING }),
        shapeOf('circle', { unit: STRING, id: STRING }, ['id']),
        shapeOf('line', { unit: STRING }),
      ],
    },
    [],
    ['request-property-removed', 'response-optional-property-removed', ...sent('any-of-removed')],
  ],
  [
    'one of',
    { oneOf: [objectOf({ a: STRING }), objectOf({ b: STRING })] },
    { oneOf: [objectOf({ a: STRING }), objectOf({ b: STRING }), objectOf({ c: STRING })] },
    [...returned('one-of-added')],
    [...sent('one-of-removed')],
  ],
  [
    'list of types',
    STRING,
    { oneOf: [STRING, { type: 'integer' }] },
    [...returned('list-of-types-widened')],
    [
      ...sent('list-of-types-narrowed'),
      'request-parameter-list-of-types-narrowed',
      'request-parameter-property-list-of-types-narrowed',
    ],
  ],
  [
    'wrapped',
    objectOf({ a: STRING, b: STRING }),
    { oneOf: [objectOf({ a: STRING }), objectOf({ b: STRING })] },
    ['request-body-wrapped-in-one-of', 'response-body-wrapped-in-one-of', 'response-property-one-of-added'],
    [...sent('one-of-removed')],
  ],
  [
    'prefix items',
    { type: 'array', prefixItems: [STRING] },
    { type: 'array', prefixItems: [STRING, NUMBER] },
    [...returned('prefix-items-added')],
    [...sent('prefix-items-removed')],
  ],
  [
    'contains',
    STRINGS,
    { ...STRINGS, contains: { const: 'x' } },
    [...sent('contains-added')],
    [...returned('contains-removed')],
  ],
  [
    'property names',
    objectOf({}),
    { ...objectOf({}), propertyNames: { pattern: '^a' } },
    [...sent('property-names-added')],
    [...returned('property-names-removed')],
  ],
  [
    'unevaluated items',
    STRINGS,
    { ...STRINGS, unevaluatedItems: false },
    [...sent('unevaluated-items-added')],
    [...returned('unevaluated-items-removed')],
  ],
  [
    'unevaluated properties',
    objectOf({}),
    { ...objectOf({}), unevaluatedProperties: false },
    [...sent('unevaluated-properties-added')],
    [...returned('unevaluated-properties-removed')],
  ],
  [
    'if',
    objectOf({ a: STRING }),
    { ...objectOf({ a: STRING }), ...CONDITIONS },
    [...sent('else-added'), ...sent('if-added'), ...sent('then-added')],
    [...returned('else-removed'), ...returned('if-removed'), ...returned('then-removed')],
  ],
  [
    'pattern properties',
    objectOf({}),
    { ...objectOf({}), patternProperties: { '^a': STRING } },
    [...sent('pattern-property-added')],
    [...returned('pattern-property-removed')],
  ],
  [
    'dependent schemas',
    objectOf({}),
    { ...objectOf({}), dependentSchemas: { a: { minProperties: 2 } } },
    [...sent('dependent-schema-added')],
    [...returned('dependent-schema-removed')],
  ],
  [
    'dependent required',
    objectOf({}),
    { ...objectOf({}), dependentRequired: { a: ['b'] } },
    [...sent('dependent-required-added')],
    [...returned('dependent-required-removed')],
  ],
  [
    'dependent required names',
    { ...objectOf({}), dependentRequired: { a: ['b'] } },
    { ...objectOf({}), dependentRequired: { a: ['b', 'c'] } },
    [...sent('dependent-required-changed'), ...returned('dependent-required-changed')],
    [...sent('dependent-required-changed'), ...returned('dependent-required-changed')],
  ],
  [
    'content schema',
    STRING,
    { ...STRING, contentSchema: objectOf({}) },
    [...sent('content-schema-added')],
    [...returned('content-schema-removed')],
  ],
];

describe('what a schema is made of', () => {
  test.each(ROWS)('%s', (_what, before, after, forth, back) => {
    expect(checksOf(describing(before), describing(after))).toEqual([...forth].sort());
    expect(checksOf(describing(after), describing(before))).toEqual([...back].sort());
  });
});
