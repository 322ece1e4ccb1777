import type { FactFault, OpenApiFacts } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/** Below these keys of a schema stand schemas by name. */
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
]);
/** Below these keys of a schema stands a schema, or a list of them. */
const SCHEMAS: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
]);
/** What the value of a key of a schema has to be, for its readers to go on. */
const SHAPES: Readonly<Record<string, 'map' | 'seq'>> = {
  properties: 'map',
  enum: 'seq',
  allOf: 'seq',
  anyOf: 'seq',
  oneOf: 'seq',
};
/** Keywords that people write for others: they are read over without a word. */
const MISTAKEN: Readonly<Record<string, string>> = {
  require: 'required',
  requires: 'required',
  enums: 'enum',
  item: 'items',
  property: 'properties',
  additionalProperty: 'additionalProperties',
  anyof: 'anyOf',
  oneof: 'oneOf',
  allof: 'allOf',
};
/** Below these keys stands data. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

type Role = 'schema' | 'named' | 'other';

/** Schemas whose type no generator knows: what they describe arrives in clients as anything, or not at all. */
export function schemaFaults(root: YamlMap, form: OpenApiFacts['form']): FactFault[] {
  const faults: FactFault[] = [];
  const visited = new Set<YamlNode>();
  const open: { readonly node: YamlNode; readonly role: Role }[] = [{ node: root, role: 'other' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, role } = next;
    if (node.kind === 'scalar' || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'seq') {
      for (const item of node.items) open.push({ node: item, role });
      continue;
    }
    if (role === 'schema') {
      typeFaults(node);
      shapeFaults(node);
    }
    for (const { key, value } of node.entries) {
      if (role !== 'named' && (key.startsWith('x-') || DATA.has(key))) continue;
      open.push({ node: value, role: roleBelow(node, role, key) });
    }
  }
  return faults;

  function roleBelow(parent: YamlMap, role: Role, key: string): Role {
    if (role === 'named') return 'schema';
    if (role === 'schema') return NAMED.has(key) ? 'named' : SCHEMAS.has(key) ? 'schema' : 'other';
    if (key === 'schema') return 'schema';
    if (parent === root && key === 'definitions') return 'named';
    return key === 'schemas' && parent === root.map('components') ? 'named' : 'other';
  }

  function typeFaults(schema: YamlMap): void {
    const type = schema.get('type');
    for (const written of type?.kind === 'seq' ? type.items : type ? [type] : []) {
      if (written.kind !== 'scalar' || written.isNull || TYPES.has(written.text)) continue;
      if (written.text === 'file' && form === 'swagger') continue;
      faults.push({
        what: `a schema has the type '${written.text}', which is none`,
        at: written.span,
        effect: 'refused',
      });
    }
    if (
      type?.kind === 'scalar' &&
      type.text === 'array' &&
      !schema.has('items') &&
      !schema.has('$ref') &&
      !isAtLeast31()
    )
      faults.push({
        what: 'a schema of type `array` does not say what its `items` are',
        at: type.span,
        effect: 'doubtful',
      });
  }

  function shapeFaults(schema: YamlMap): void {
    for (const { key, keySpan, value } of schema.entries) {
      const meant = MISTAKEN[key];
      if (meant !== undefined)
        faults.push({
          what: `\`${key}\` says nothing in a schema (did you mean \`${meant}\`?)`,
          at: keySpan,
          effect: 'doubtful',
        });
      const wanted = SHAPES[key];
      const empty = value.kind === 'scalar' && value.isNull;
      if (wanted !== undefined && value.kind !== wanted && !empty) {
        const what = `\`${key}\` of a schema is no ${wanted === 'map' ? 'mapping' : 'list'}`;
        faults.push({ what, at: keySpan, effect: 'refused' });
      }
      if (key === 'required' && value.kind === 'scalar' && !empty)
        faults.push({
          what: '`required` of a schema is a list of names',
          at: keySpan,
          effect: 'doubtful',
          // As draft 3 of JSON Schema had it, and many validators take it still.
          ...(/^(?:true|false)$/.test(value.text) ? { minor: true } : {}),
        });
    }
  }

  function isAtLeast31(): boolean {
    return /^3\.[1-9]/.test(root.text('openapi') ?? '');
  }
}
