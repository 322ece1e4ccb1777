import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { childOf, type Description, entriesOf, type Found, itemsOf, type Part } from './description.ts';
import { ANYTHING, BOUNDS, type Bound, COMPOSITIONS, jsonOf, NAMED, type Schema, SINGLES, TEXTS } from './schema.ts';

/** Keywords that decide what is valid, but that no check asks of. */
const REST = ['multipleOf', 'uniqueItems', 'maxProperties', 'minProperties', 'discriminator'] as const;
/** Keywords that say nothing on what is valid, or are taken over from the schema around. */
const BESIDE_ONE =
  /^(?:\$ref|allOf|title|description|default|deprecated|nullable|readOnly|writeOnly|example|examples|externalDocs|xml|\$comment|type|x-.*)$/;

/** Wrappers around wrappers that are seen through. */
const MAX_WRAPPERS = 50;

/** Reads the schemas of one side, each of them once. */
export class SchemaReader {
  readonly #description: Description;
  readonly #read = new Map<YamlNode, Schema>();
  readonly #open = new Set<YamlNode>();

  constructor(description: Description) {
    this.#description = description;
  }

  /** What a schema, a reference to one, or a boolean in its place says. */
  read(part: Part): Schema {
    const { node } = part;
    if (node.kind !== 'map') return this.#once(node, () => ({ ...ANYTHING, ...placeOf(part), never: isFalse(node) }));
    const found = this.#description.follow(part);
    if (!found) return this.#once(node, () => ({ ...ANYTHING, ...placeOf(part) }));
    if ('unseen' in found) return this.#once(node, () => ({ ...ANYTHING, ...placeOf(part), unseen: found.unseen }));
    const read = this.#once(found.node, () => this.#simplified(found));
    // One schema may be reached by its name and without.
    return read.name === found.name || found.name === undefined
      ? read
      : this.#once(node, () => ({ ...read, name: found.name }));
  }

  #once(node: YamlNode, read: () => Schema): Schema {
    const known = this.#read.get(node);
    if (known) return known;
    const schema = read();
    this.#read.set(node, schema);
    return schema;
  }

  /**
   * Two ways of writing are seen through, so that moving between them is no change: `null` as one of several alternatives,
   * and a schema that only wraps one other (`allOf` with one member, as OpenAPI 3.0 needs it to add a word to a reference).
   */
  #simplified(found: Found): Schema {
    const written = factsOf(found);
    if (this.#open.has(found.node) || this.#open.size >= MAX_WRAPPERS) return written;
    this.#open.add(found.node);
    const simple = this.#typed(this.#withoutWrapper(this.#withoutNullBranch(written)));
    this.#open.delete(found.node);
    return simple;
  }

  /** What must satisfy several schemas is of the type that any of them names. */
  #typed(schema: Schema): Schema {
    if (schema.types.length > 0) return schema;
    const types = schema.compositions.allOf.map((part) => this.read(part).types).find((named) => named.length > 0);
    return types ? { ...schema, types } : schema;
  }

  #withoutNullBranch(schema: Schema): Schema {
    for (const kind of ['anyOf', 'oneOf'] as const) {
      const parts = schema.compositions[kind];
      const others = parts.filter((part) => !isNull(part.node));
      if (others.length === parts.length || others.length === 0) continue;
      // Of two members of `oneOf` that both take null, none does.
      if (kind === 'oneOf' && others.some((part) => this.read(part).nullable)) continue;
      return { ...schema, nullable: true, compositions: { ...schema.compositions, [kind]: others } };
    }
    return schema;
  }

  #withoutWrapper(schema: Schema): Schema {
    const { node, compositions } = schema;
    if (node.kind !== 'map') return schema;
    const members = COMPOSITIONS.filter((kind) => compositions[kind].length > 0);
    const [kind] = members;
    const [only, second] = kind ? compositions[kind] : [];
    if (!kind || !only || second || members.length > 1 || kind === 'prefixItems') return schema;
    if (node.entries.some(({ key }) => key !== kind && !BESIDE_ONE.test(key))) return schema;
    const inner = this.read(only);
    const ownTypes = schema.types;
    if (inner.unseen !== undefined || !ownTypes.every((type) => inner.types.includes(type))) return schema;
    return {
      ...inner,
      at: schema.at,
      file: schema.file,
      name: schema.name ?? inner.name,
      title: schema.title || inner.title,
      nullable: schema.nullable || inner.nullable,
      default: schema.default ?? inner.default,
      readOnly: schema.readOnly || inner.readOnly,
      writeOnly: schema.writeOnly || inner.writeOnly,
      stability: schema.stability ?? inner.stability,
    };
  }
}

const placeOf = ({ node, file, at }: Part) => ({ node, file, at });

const isFalse = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === false;

const isNull = (node: YamlNode): boolean =>
  node.kind === 'map' && node.text('type') === 'null' && node.entries.every(({ key }) => BESIDE_ONE.test(key));

const firstOf = ([keyword]: readonly [string, string]): string => keyword;
const IN_TEXTS: ReadonlySet<string> = new Set(TEXTS.map(firstOf));
const IN_SINGLES: ReadonlySet<string> = new Set(SINGLES.map(firstOf));
const IN_NAMED: ReadonlySet<string> = new Set(NAMED.map(firstOf));
const IN_BOUNDS: ReadonlySet<string> = new Set(Object.keys(BOUNDS));
const IN_COMPOSITIONS: ReadonlySet<string> = new Set(COMPOSITIONS);
const IN_REST: ReadonlySet<string> = new Set(REST);

function factsOf(found: Found): Schema {
  const { node } = found;
  const written = typesOf(node);
  const format = node.text('format') ?? '';
  const file = written.length === 1 && written[0] === 'file';
  // Most schemas have none of most keywords, and there are many schemas.
  const has = (keywords: ReadonlySet<string>) => node.entries.some(({ key }) => keywords.has(key));
  return {
    node,
    file: found.file,
    at: found.at,
    name: found.name,
    unseen: undefined,
    never: false,
    title: node.text('title') ?? '',
    types: file ? ['string'] : written.filter((type) => type !== 'null'),
    nullable: isTrue(node, 'nullable') || isTrue(node, 'x-nullable') || written.includes('null'),
    format: file ? 'binary' : format,
    enum: enumOf(node),
    extensibleEnum: node.items('x-extensible-enum').map(jsonOf),
    const: jsonUnder(node, 'const'),
    default: jsonUnder(node, 'default'),
    texts: mapped(has(IN_TEXTS) ? TEXTS : [], ([keyword]) => {
      const text = node.text(keyword);
      return text === undefined || text === '' ? undefined : [keyword, text];
    }),
    bounds: has(IN_BOUNDS) ? boundsOf(node) : ANYTHING.bounds,
    rest: has(IN_REST)
      ? REST.flatMap((keyword) => (node.has(keyword) ? `${keyword}:${jsonUnder(node, keyword)}` : [])).join()
      : '',
    readOnly: isTrue(node, 'readOnly'),
    writeOnly: isTrue(node, 'writeOnly'),
    stability: node.text('x-stability-level'),
    required: node.has('required') ? new Set(wordsOf(node.get('required'))) : ANYTHING.required,
    dependentRequired: mapped(entriesOf(found, 'dependentRequired'), ([name, list]) => [name, wordsOf(list.node)]),
    properties: propertiesOf(found),
    singles: mapped(has(IN_SINGLES) ? SINGLES : [], ([keyword]) => {
      const part = childOf(found, keyword);
      return part && isSchema(part.node) ? [keyword, part] : undefined;
    }),
    named: mapped(has(IN_NAMED) ? NAMED : [], ([keyword]) =>
      node.has(keyword) ? [keyword, new Map(entriesOf(found, keyword))] : undefined,
    ),
    compositions: has(IN_COMPOSITIONS) ? compositionsOf(found) : ANYTHING.compositions,
  };
}

const compositionsOf = (found: Found): Schema['compositions'] => ({
  allOf: itemsOf(found, 'allOf'),
  anyOf: itemsOf(found, 'anyOf'),
  oneOf: itemsOf(found, 'oneOf'),
  prefixItems: itemsOf(found, 'prefixItems'),
});

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** A map of the items that make a pair; one empty map for all that have none. */
function mapped<T, V>(
  items: readonly T[],
  pairOf: (item: T) => readonly [string, V] | undefined,
): ReadonlyMap<string, V> {
  const pairs = items.flatMap((item) => {
    const pair = pairOf(item);
    return pair ? [pair] : [];
  });
  return pairs.length > 0 ? new Map(pairs) : NOTHING;
}

const wordsOf = (list: YamlNode | undefined): readonly string[] =>
  list?.kind === 'seq' ? list.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];

/** `true` allows everything, as does leaving the keyword out. */
const isSchema = (node: YamlNode): boolean => node.kind === 'map' || isFalse(node);

/** A property may be called `x-...`. */
function propertiesOf(found: Found): ReadonlyMap<string, Part> {
  const { file } = found;
  return mapped(found.node.map('properties')?.entries ?? [], ({ key, keySpan, value }) => [
    key,
    { node: value, file, at: keySpan },
  ]);
}

function typesOf(node: YamlMap): readonly string[] {
  const type = node.get('type');
  return type?.kind === 'scalar' ? [type.text] : wordsOf(type);
}

function enumOf(node: YamlMap): readonly string[] | undefined {
  const values = node.get('enum');
  return values?.kind === 'seq' && values.items.length > 0
    ? values.items.filter((value) => value.kind !== 'scalar' || value.value !== null).map(jsonOf)
    : undefined;
}

const isTrue = (node: YamlMap, key: string): boolean => {
  const value = node.get(key);
  return value?.kind === 'scalar' && value.value === true;
};

function jsonUnder(node: YamlMap, key: string): string | undefined {
  const value = node.get(key);
  return value && jsonOf(value);
}

function boundsOf(node: YamlMap): ReadonlyMap<Bound, number> {
  const bounds = new Map<Bound, number>();
  for (const keyword of Object.keys(BOUNDS) as Bound[]) {
    const value = node.get(keyword);
    if (value?.kind === 'scalar' && typeof value.value === 'number') bounds.set(keyword, value.value);
  }
  // Before 3.1 a boolean makes the bound beside it exclusive.
  for (const [keyword, exclusive] of [
    ['maximum', 'exclusiveMaximum'],
    ['minimum', 'exclusiveMinimum'],
  ] as const) {
    const bound = bounds.get(keyword);
    if (bound === undefined || !isTrue(node, exclusive)) continue;
    bounds.delete(keyword);
    bounds.set(exclusive, bound);
  }
  return bounds;
}
