import type { Part } from './description.ts';
import type { Schema } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';

/** Members of `allOf`, their members included, that are put together. */
const MAX_MEMBERS = 50;

/**
 * A schema and the members of its `allOf` as one object. Undefined where they say more than which properties there are and
 * which of them are required, or disagree: then it cannot be told without more.
 */
export function flattened(schema: Schema, reader: SchemaReader): Schema | undefined {
  const members = membersOf(schema, reader);
  if (!members) return undefined;
  const properties = new Map<string, Part>();
  const required = new Set<string>();
  const types = new Set<string>();
  for (const member of members) {
    if (!isPlainObject(member)) return undefined;
    for (const type of member.types) types.add(type);
    for (const name of member.required) required.add(name);
    for (const [name, part] of member.properties) {
      const held = properties.get(name);
      if (held && reader.read(held) !== reader.read(part)) return undefined;
      properties.set(name, part);
    }
  }
  const compositions = { ...schema.compositions, allOf: [] };
  return { ...schema, types: [...types], properties, required, compositions };
}

function membersOf(schema: Schema, reader: SchemaReader): readonly Schema[] | undefined {
  const members: Schema[] = [];
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    members.push(next);
    if (members.length > MAX_MEMBERS) return undefined;
    open.push(...next.compositions.allOf.map((part) => reader.read(part)));
  }
  return members;
}

const isPlainObject = (schema: Schema): boolean =>
  schema.unseen === undefined &&
  !schema.never &&
  schema.types.every((type) => type === 'object') &&
  schema.enum === undefined &&
  schema.const === undefined &&
  schema.singles.size === 0 &&
  schema.texts.size === 0 &&
  schema.bounds.size === 0 &&
  schema.dependentRequired.size === 0 &&
  schema.rest === '' &&
  [...schema.named.values()].every((held) => held.size === 0) &&
  schema.compositions.anyOf.length + schema.compositions.oneOf.length + schema.compositions.prefixItems.length === 0;
