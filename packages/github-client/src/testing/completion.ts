import { isObject, type Schema } from './json-schema.ts';

type Resolve = (reference: string) => Schema | undefined;

/**
 * A value with every property GitHub always sends: what is given stays, what is required and not given is filled with the
 * plainest value its schema allows. A given property the schema does not know is a mistake and throws: else a wrong name
 * would be sent beside the filled-in right one.
 */
export function completed(resolve: Resolve, given: Schema, value: unknown, where: string): unknown {
  const schema = objectSchema(resolve, given);
  if (Array.isArray(value))
    return value.map((item, index) => completed(resolve, schema.items ?? {}, item, `${where}[${index}]`));
  if (!isObject(value) || schema.properties === undefined) return value;
  const properties = schema.properties;
  const result: Record<string, unknown> = {};
  for (const [name, ours] of Object.entries(value)) {
    const property = properties[name];
    if (property) result[name] = completed(resolve, property, ours, `${where}.${name}`);
    else if (schema.additionalProperties) result[name] = ours;
    else throw new Error(`${where}: GitHub has no property ${name} here`);
  }
  for (const name of schema.required ?? [])
    if (!(name in result)) result[name] = plainest(resolve, properties[name] ?? {}, `${where}.${name}`);
  return result;
}

/** References followed, parts put together, and of alternatives the first taken that is an object with properties. */
function objectSchema(resolve: Resolve, schema: Schema): Schema {
  if (schema.$ref !== undefined) return objectSchema(resolve, resolve(schema.$ref) ?? {});
  if (schema.allOf) return together(schema.allOf.map((part) => objectSchema(resolve, part)));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (!alternatives) return schema;
  const all = alternatives.map((each) => objectSchema(resolve, each));
  const chosen = all.find((each) => each.properties !== undefined) ?? all[0] ?? {};
  return schema.nullable === true ? { ...chosen, nullable: true } : chosen;
}

const together = (parts: readonly Schema[]): Schema => ({
  type: 'object',
  properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  required: parts.flatMap(({ required = [] }) => required),
});

function plainest(resolve: Resolve, given: Schema, where: string): unknown {
  const schema = objectSchema(resolve, given);
  if (schema.nullable === true) return null;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return plainString(schema.format);
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return completed(resolve, schema, {}, where);
  }
}

function plainString(format: string | undefined): string {
  switch (format) {
    case 'date-time':
      return '2026-01-01T00:00:00Z';
    case 'uri':
      // Nobody answers there, so that following an address that was not asked for shows.
      return 'http://127.0.0.1:9/not-modelled';
    default:
      return '';
  }
}
