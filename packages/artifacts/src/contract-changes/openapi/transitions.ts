import { isComposed, type Schema } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';

/** Types a schema allows by `type`, or by listing one schema for each of them. */
export interface TypePattern {
  readonly types: readonly string[];
  readonly listed: boolean;
}

/** `type: string` and `oneOf: [{type: string}, {type: integer}]` are two ways of saying what types there are. */
export function typePattern(schema: Schema, reader: SchemaReader): TypePattern | undefined {
  const { types, compositions, properties, singles } = schema;
  if (compositions.allOf.length > 0 || properties.size > 0 || singles.has('not')) return undefined;
  if (types.length > 0) return { types, listed: false };
  for (const members of [compositions.oneOf, compositions.anyOf]) {
    const read = members.map((part) => reader.read(part));
    if (read.length > 0 && read.every(isSimple)) return { types: read.flatMap((member) => member.types), listed: true };
  }
  return undefined;
}

/** The types a schema names, or those its alternatives do, where each of them names some. */
export function impliedTypes(schema: Schema, reader: SchemaReader): readonly string[] {
  if (schema.types.length > 0) return schema.types;
  for (const members of [schema.compositions.oneOf, schema.compositions.anyOf]) {
    const named = members.map((part) => reader.read(part).types);
    if (named.length > 0 && named.every((types) => types.length > 0)) return [...new Set(named.flat())];
  }
  return [];
}

const isSimple = (schema: Schema): boolean =>
  schema.unseen === undefined && schema.types.length === 1 && schema.properties.size === 0 && !isComposed(schema);

/** An object whose properties have moved into the alternatives of a `oneOf`: the properties that are in any of them. */
export function wrappedInOneOf(
  before: Schema,
  after: Schema,
  reader: SchemaReader,
): { readonly moved: ReadonlySet<string> } | undefined {
  const { oneOf } = after.compositions;
  if (before.compositions.oneOf.length > 0 || before.properties.size === 0) return undefined;
  if (oneOf.length === 0 || after.properties.size > 0 || after.types.length > 0) return undefined;
  const alternatives = oneOf.map((part) => reader.read(part).properties);
  const moved = [...before.properties.keys()].filter((name) => alternatives.some((properties) => properties.has(name)));
  return moved.length > 0 ? { moved: new Set(moved) } : undefined;
}
