import { childOf, type Description, entriesOf, type Found, type Part, withoutExtensions } from './description.ts';
import { contentOf, type Header, isTrue, type ReadPayloads, type RequestBody, type Response } from './operations.ts';
import type { SchemaReader } from './schema-reader.ts';

/** Bodies and responses as OpenAPI 3 writes them. */
export function openApi3Payloads(description: Description, reader: SchemaReader): ReadPayloads {
  return (operation, _parameters, unseen) => {
    const responses = new Map<string, Response>();
    for (const [status, part] of withoutExtensions(entriesOf(operation, 'responses'))) {
      const found = description.follow(part);
      if (!found) continue;
      if ('unseen' in found) unseen.push(found.unseen);
      else responses.set(status.toUpperCase(), responseOf(description, reader, found, part));
    }
    return { body: bodyOf(description, reader, operation, unseen), responses };
  };
}

function bodyOf(
  description: Description,
  reader: SchemaReader,
  operation: Found,
  unseen: string[],
): RequestBody | undefined {
  const part = childOf(operation, 'requestBody');
  const found = part && description.follow(part);
  if (!part || !found) return undefined;
  if ('unseen' in found) {
    unseen.push(found.unseen);
    return undefined;
  }
  const { node, file } = found;
  return { required: isTrue(node, 'required'), content: contentOf(found, reader), file, at: placeOf(part, found) };
}

function responseOf(description: Description, reader: SchemaReader, found: Found, part: Part): Response {
  const headers = new Map<string, Header>();
  for (const [name, held] of entriesOf(found, 'headers')) {
    const header = description.follow(held);
    if (!header || 'unseen' in header) continue;
    const schema = childOf(header, 'schema');
    headers.set(name.toLowerCase(), {
      name,
      required: isTrue(header.node, 'required'),
      schema: schema && reader.read(schema),
      at: held.at,
    });
  }
  return { content: contentOf(found, reader), headers, file: found.file, at: placeOf(part, found) };
}

/** The key in the operation, where that is in the same file as what it refers to. */
const placeOf = (part: Part, found: Found) => (part.file === found.file ? part.at : found.at);
