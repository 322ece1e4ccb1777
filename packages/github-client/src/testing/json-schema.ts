/** A schema of an OpenAPI 3.0 description: the parts that are looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same document with OpenAPI 3.0's `nullable` said as JSON Schema says it: a type more, a member of the enumeration
 * more, or an alternative where there is no type. Everything else is equal in both.
 */
export function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (!isObject(node)) return node;
  const plain = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, asJsonSchema(value)]));
  if (node.nullable !== true) return plain;
  const { nullable: _said, ...rest } = plain;
  if (typeof rest.type !== 'string') return { anyOf: [rest, { type: 'null' }] };
  const members = Array.isArray(rest.enum) ? { enum: [...rest.enum.filter((each) => each !== null), null] } : {};
  return { ...rest, type: [rest.type, 'null'], ...members };
}
