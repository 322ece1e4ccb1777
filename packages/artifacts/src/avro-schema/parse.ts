import type { Artifact, AvroFieldFacts, AvroSchemaFacts, FactFault, Span } from '@shipworthy/model';
import { readJson } from '../formats/json/read-json.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

const PRIMITIVES: ReadonlySet<string> = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);
const NAMED: ReadonlySet<string> = new Set(['record', 'error', 'enum', 'fixed']);
/** Names as the specification allows them. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/** The schema or protocol of a file. */
export function parseAvroSchema(file: RepositoryFile): Parsed<'avro-schema'> {
  const { root, problem } = readJson(file);
  if (problem) return { artifacts: [], problems: [{ kind: 'avro-schema', ...problem }] };
  const form = root === undefined ? undefined : formOf(root);
  if (root === undefined || form === undefined) return { artifacts: [], problems: [] };
  const facts = new SchemaReader().read(root, form);
  const artifact: Artifact<'avro-schema'> = {
    kind: 'avro-schema',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: 0.85,
    why: [`is an Avro ${form}`],
    id: file.path,
    ...(facts.name === '' ? {} : { title: facts.name }),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

function formOf(root: YamlNode): AvroSchemaFacts['form'] | undefined {
  if (root.kind === 'seq') {
    return root.items.some((item) => item.kind === 'map' && NAMED.has(item.text('type') ?? '')) ? 'list' : undefined;
  }
  if (root.kind !== 'map') return undefined;
  if (root.text('protocol') !== undefined) return 'protocol';
  const type = root.text('type');
  if (type === 'record' || type === 'error') return 'record';
  return type === 'enum' || type === 'fixed' ? type : undefined;
}

class SchemaReader {
  readonly #fields: AvroFieldFacts[] = [];
  readonly #faults: FactFault[] = [];
  readonly #defined = new Set<string>();
  readonly #used: { readonly name: string; readonly at: Span }[] = [];

  read(root: YamlNode, form: AvroSchemaFacts['form']): AvroSchemaFacts {
    const namespace = root.kind === 'map' ? (root.text('namespace') ?? '') : '';
    if (root.kind === 'map' && form === 'protocol') {
      for (const item of root.items('types')) this.#schema(item, namespace, '');
    } else this.#schema(root, namespace, '');
    const name = root.kind === 'map' ? (root.text('name') ?? root.text('protocol') ?? '') : '';
    const found = new Map<string, Span>();
    for (const { name: used, at } of this.#used) if (!this.#defined.has(used) && !found.has(used)) found.set(used, at);
    return {
      name: fullName(name, namespace),
      form,
      fields: this.#fields,
      undefinedTypes: [...found].map(([used, at]) => ({ name: used, at })),
      faults: this.#faults,
    };
  }

  /** `holder`: the record that holds it, '' for the outermost. */
  #schema(node: YamlNode, namespace: string, holder: string): void {
    if (node.kind === 'seq') for (const item of node.items) this.#schema(item, namespace, holder);
    else if (node.kind === 'scalar') this.#reference(node, namespace);
    else this.#complex(node, namespace, holder);
  }

  #reference(node: YamlScalar, namespace: string): void {
    if (!PRIMITIVES.has(node.text)) this.#used.push({ name: fullName(node.text, namespace), at: node.span });
  }

  #complex(node: YamlMap, outer: string, holder: string): void {
    const type = node.get('type');
    if (type === undefined) {
      this.#refuse('a schema has no `type`', node.entries[0]?.keySpan ?? node.span);
      return;
    }
    if (type.kind !== 'scalar') {
      this.#schema(type, outer, holder);
      return;
    }
    if (type.text === 'array' || type.text === 'map') {
      const inner = node.get(type.text === 'array' ? 'items' : 'values');
      if (inner) this.#schema(inner, outer, holder);
      else this.#refuse(`a schema of type \`${type.text}\` does not say what it holds`, type.span);
    } else if (NAMED.has(type.text)) this.#named(node, type, outer, holder);
    else this.#reference(type, outer);
  }

  #named(node: YamlMap, type: YamlScalar, outer: string, holder: string): void {
    const name = node.text('name');
    if (name === undefined) {
      this.#refuse(`a schema of type \`${type.text}\` has no name`, type.span);
      return;
    }
    if (!NAME.test(name)) this.#refuse(`'${name}' is no name for a schema`, node.get('name')?.span ?? type.span);
    const namespace = node.text('namespace') ?? (name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : outer);
    const full = fullName(name, namespace);
    if (this.#defined.has(full)) this.#refuse(`'${full}' is defined twice`, node.get('name')?.span ?? type.span);
    this.#defined.add(full);
    if (type.text === 'enum') this.#enum(node, type);
    if (type.text === 'record' || type.text === 'error') this.#record(node, type, namespace, holder === '' ? '' : name);
  }

  #enum(node: YamlMap, type: YamlScalar): void {
    const symbols = node.items('symbols').flatMap((item) => (item.kind === 'scalar' ? [item] : []));
    if (!node.has('symbols')) this.#refuse('an enum has no `symbols`', type.span);
    const seen = new Set<string>();
    for (const { text, span } of symbols) {
      if (seen.has(text)) this.#refuse(`the symbol '${text}' stands twice`, span);
      seen.add(text);
    }
    const fallback = node.get('default');
    if (fallback?.kind === 'scalar' && !seen.has(fallback.text))
      this.#refuse(`the default '${fallback.text}' is none of the symbols`, fallback.span);
  }

  #record(node: YamlMap, type: YamlScalar, namespace: string, holder: string): void {
    if (node.get('fields')?.kind !== 'seq') {
      this.#refuse('a record has no list of `fields`', type.span);
      return;
    }
    const seen = new Set<string>();
    for (const field of node.items('fields')) {
      if (field.kind !== 'map') continue;
      const name = field.get('name');
      const written = field.get('type');
      if (name?.kind !== 'scalar' || written === undefined) {
        this.#refuse('a field has no `name` or no `type`', field.entries[0]?.keySpan ?? field.span);
        continue;
      }
      if (seen.has(name.text)) this.#refuse(`the field '${name.text}' stands twice`, name.span);
      seen.add(name.text);
      this.#fields.push({
        name: holder === '' ? name.text : `${holder}.${name.text}`,
        hasDefault: field.has('default'),
        at: name.span,
      });
      this.#default(field, written, name);
      this.#schema(written, namespace, node.text('name') ?? '');
    }
  }

  /** The default of a union is a value of its first type; readers before 1.9 refuse anything else. */
  #default(field: YamlMap, type: YamlNode, name: YamlScalar): void {
    const value = field.get('default');
    if (value?.kind !== 'scalar' || type.kind !== 'seq') return;
    const first = type.items[0];
    const nullFirst = first?.kind === 'scalar' && first.text === 'null';
    if (value.isNull !== nullFirst && type.items.some((item) => item.kind === 'scalar' && item.text === 'null'))
      this.#faults.push({
        what: `the default of '${name.text}' is no value of the first type of its union`,
        at: value.span,
        effect: 'doubtful',
      });
  }

  #refuse(what: string, at: Span): void {
    this.#faults.push({ what, at, effect: 'refused' });
  }
}

const fullName = (name: string, namespace: string): string =>
  name === '' || name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
