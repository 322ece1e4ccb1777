import type { Span } from '@shipworthy/model';
import type { YamlNode } from '../../formats/yaml/index.ts';
import type { DescriptionFile, Part } from './description.ts';

/** Keywords whose number bounds what is allowed, and the words for them in the names of checks. */
export const BOUNDS = {
  maximum: 'max',
  exclusiveMaximum: 'exclusive-max',
  minimum: 'min',
  exclusiveMinimum: 'exclusive-min',
  maxLength: 'max-length',
  minLength: 'min-length',
  maxItems: 'max-items',
  minItems: 'min-items',
  maxContains: 'max-contains',
  minContains: 'min-contains',
} as const;
export type Bound = keyof typeof BOUNDS;

/** Keywords that hold one schema, with the words for them in the names of checks. */
export const SINGLES: readonly (readonly [keyword: string, word: string])[] = [
  ['items', 'items'],
  ['additionalProperties', 'additional-properties'],
  ['not', 'not'],
  ['contains', 'contains'],
  ['propertyNames', 'property-names'],
  ['unevaluatedItems', 'unevaluated-items'],
  ['unevaluatedProperties', 'unevaluated-properties'],
  ['contentSchema', 'content-schema'],
  ['if', 'if'],
  ['then', 'then'],
  ['else', 'else'],
];

/** Keywords that hold schemas by name, with the words for them in the names of checks. */
export const NAMED: readonly (readonly [keyword: string, word: string])[] = [
  ['patternProperties', 'pattern-property'],
  ['dependentSchemas', 'dependent-schema'],
];

/** Keywords whose text is compared as a whole, with the words for them in the names of checks. */
export const TEXTS: readonly (readonly [keyword: string, word: string])[] = [
  ['pattern', 'pattern'],
  ['contentMediaType', 'content-media-type'],
  ['contentEncoding', 'content-encoding'],
];

export const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
export type Composition = (typeof COMPOSITIONS)[number];

/** What one schema says, in one shape whichever version of OpenAPI it is written in. The schemas in it are not read yet. */
export interface Schema {
  readonly file: DescriptionFile;
  /** What to point at: the key that holds it. */
  readonly at: Span;
  readonly node: YamlNode;
  /** Last word of the reference that led here. */
  readonly name: string | undefined;
  /** A reference that leads where nothing can be seen; the rest is empty then. */
  readonly unseen: string | undefined;
  /** Allows nothing: `false`. */
  readonly never: boolean;
  readonly title: string;
  /** Without `null`. Empty: of any type. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly format: string;
  /** JSON texts of the values without null; undefined where any is allowed. */
  readonly enum: readonly string[] | undefined;
  readonly extensibleEnum: readonly string[];
  /** JSON text. */
  readonly const: string | undefined;
  /** JSON text. */
  readonly default: string | undefined;
  readonly texts: ReadonlyMap<string, string>;
  readonly bounds: ReadonlyMap<Bound, number>;
  /** JSON text of keywords that no check asks of: for whether two schemas say the same. */
  readonly rest: string;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly stability: string | undefined;
  readonly required: ReadonlySet<string>;
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
  readonly properties: ReadonlyMap<string, Part>;
  /** By keyword. */
  readonly singles: ReadonlyMap<string, Part>;
  /** By keyword, then by name. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Part>>;
  readonly compositions: Readonly<Record<Composition, readonly Part[]>>;
}

/** Says nothing, so it allows everything. */
export const ANYTHING: Omit<Schema, 'file' | 'at' | 'node'> = {
  name: undefined,
  unseen: undefined,
  never: false,
  title: '',
  types: [],
  nullable: false,
  format: '',
  enum: undefined,
  extensibleEnum: [],
  const: undefined,
  default: undefined,
  texts: new Map(),
  bounds: new Map(),
  rest: '',
  readOnly: false,
  writeOnly: false,
  stability: undefined,
  required: new Set(),
  dependentRequired: new Map(),
  properties: new Map(),
  singles: new Map(),
  named: new Map(),
  compositions: { allOf: [], anyOf: [], oneOf: [], prefixItems: [] },
};

/** Has it members of its own, or is it made of others? */
export const isComposed = ({ compositions: { allOf, anyOf, oneOf } }: Schema): boolean =>
  allOf.length + anyOf.length + oneOf.length > 0;

/** The key of a keyword, or what holds the schema. */
export function keyIn({ node, at }: Schema, keyword: string): Span {
  return (node.kind === 'map' ? node.entry(keyword)?.keySpan : undefined) ?? at;
}

/** The value as JSON text with sorted keys: equal for what is equal. */
export function jsonOf(node: YamlNode): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value) ?? 'null';
  if (node.kind === 'seq') return `[${node.items.map(jsonOf).join(',')}]`;
  const values = new Map(node.entries.map(({ key, value }) => [key, value]));
  const pairs = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${jsonOf(value)}`).join(',')}}`;
}
