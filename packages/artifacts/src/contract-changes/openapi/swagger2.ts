import type { YamlMap } from '../../formats/yaml/index.ts';
import { childOf, type Description, entriesOf, type Found, type Part, withoutExtensions } from './description.ts';
import { type Content, type Header, isTrue, type ReadPayloads, type RequestBody, type Response } from './operations.ts';
import { ANYTHING, type Schema } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';

/** What is sent and returned where nothing is said of it. */
const UNSAID = ['application/json'];
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Bodies and responses as Swagger 2.0 writes them, in the shape of OpenAPI 3. */
export function swagger2Payloads(description: Description, reader: SchemaReader): ReadPayloads {
  return (operation, parameters, unseen) => {
    const produces = mediaTypes(operation.node, 'produces') ?? mediaTypes(description.root.node, 'produces') ?? UNSAID;
    const consumes = mediaTypes(operation.node, 'consumes') ?? mediaTypes(description.root.node, 'consumes');
    const responses = new Map<string, Response>();
    for (const [status, part] of withoutExtensions(entriesOf(operation, 'responses'))) {
      const found = description.follow(part);
      if (!found) continue;
      if ('unseen' in found) unseen.push(found.unseen);
      else responses.set(status.toUpperCase(), responseOf(reader, found, part, produces));
    }
    return { body: bodyOf(reader, parameters, consumes), responses };
  };
}

function bodyOf(
  reader: SchemaReader,
  parameters: readonly Found[],
  consumes: readonly string[] | undefined,
): RequestBody | undefined {
  const body = parameters.find(({ node }) => node.text('in') === 'body');
  if (body) {
    const schema = childOf(body, 'schema');
    const read = schema && reader.read(schema);
    const { file, node } = body;
    const at = node.get('name')?.span ?? body.at;
    return { required: isTrue(node, 'required'), content: sameFor(consumes ?? UNSAID, read, at), file, at };
  }
  const fields = parameters.filter(({ node }) => node.text('in') === 'formData');
  const [first] = fields;
  if (!first) return undefined;
  const forms = consumes?.filter((mediaType) => FORMS.includes(mediaType)) ?? [];
  const isFile = fields.some(({ node }) => node.text('type') === 'file');
  const mediaType = isFile ? FORMS.slice(1) : FORMS.slice(0, 1);
  const at = first.node.get('name')?.span ?? first.at;
  return {
    required: fields.some(({ node }) => isTrue(node, 'required')),
    content: sameFor(forms.length > 0 ? forms : mediaType, formSchema(fields, first), at),
    file: first.file,
    at,
  };
}

/** The fields of a form as the properties of one object. */
function formSchema(fields: readonly Found[], first: Found): Schema {
  const named = fields.flatMap((field) => {
    const name = field.node.get('name');
    return name?.kind === 'scalar' ? [{ name: name.text, field, at: name.span }] : [];
  });
  return {
    ...ANYTHING,
    node: first.node,
    file: first.file,
    at: first.node.get('name')?.span ?? first.at,
    types: ['object'],
    properties: new Map(named.map(({ name, field, at }) => [name, { ...field, at }])),
    required: new Set(named.flatMap(({ name, field }) => (isTrue(field.node, 'required') ? [name] : []))),
  };
}

function responseOf(reader: SchemaReader, found: Found, part: Part, produces: readonly string[]): Response {
  const schema = childOf(found, 'schema');
  const at = part.file === found.file ? part.at : found.at;
  const headers = new Map(
    entriesOf(found, 'headers').map(([name, held]): [string, Header] => [
      name.toLowerCase(),
      { name, required: false, schema: reader.read(held), at: held.at },
    ]),
  );
  const content: Content = schema ? sameFor(produces, reader.read(schema), schema.at) : new Map();
  return { content, headers, file: found.file, at };
}

const sameFor = (types: readonly string[], schema: Schema | undefined, at: Schema['at']): Content =>
  new Map(types.map((mediaType) => [mediaType, { schema, at }]));

function mediaTypes(node: YamlMap, key: string): readonly string[] | undefined {
  const list = node.items(key).flatMap((item) => (item.kind === 'scalar' ? [item.text.toLowerCase()] : []));
  return list.length > 0 ? list : undefined;
}
