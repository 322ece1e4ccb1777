import type { Span } from '@shipworthy/model';
import { METHODS } from '../../contracts/operations.ts';
import type { YamlMap } from '../../formats/yaml/index.ts';
import {
  childOf,
  type Description,
  type DescriptionFile,
  entriesOf,
  type Found,
  itemsOf,
  type Part,
  partOf,
  withoutExtensions,
} from './description.ts';
import type { Schema } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';

/** One operation, in one shape for all versions of OpenAPI. */
export interface Operation {
  /** Lower case. */
  readonly method: string;
  readonly path: string;
  /** `GET /orders` */
  readonly name: string;
  readonly file: DescriptionFile;
  readonly at: Span;
  readonly lifecycle: Lifecycle;
  /** Those of the path included. */
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: ReadonlyMap<string, Response>;
  /** References of the operation itself that lead where nothing can be seen. */
  readonly unseen: readonly string[];
}

/** What a description says of the end of something. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** `x-sunset` as written. */
  readonly sunset?: string;
  /** `x-stability-level` as written. */
  readonly stability?: string;
}

export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly lifecycle: Lifecycle;
  readonly schema: Schema | undefined;
  /** How a list travels in a query: each item by itself, which makes one value a list of one. */
  readonly spreadsLists: boolean;
  /** Written at the path, for all of its operations. */
  readonly shared: boolean;
  /** Where it is written: one object for all operations that refer to it. */
  readonly key: object;
  readonly file: DescriptionFile;
  readonly at: Span;
}

/** Schemas by media type; undefined where a media type has none. */
export type Content = ReadonlyMap<string, { readonly schema: Schema | undefined; readonly at: Span }>;

export interface RequestBody {
  readonly required: boolean;
  readonly content: Content;
  readonly file: DescriptionFile;
  readonly at: Span;
}

export interface Response {
  readonly content: Content;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, Header>;
  readonly file: DescriptionFile;
  readonly at: Span;
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema | undefined;
  readonly at: Span;
}

/** What an operation says of bodies and responses, which each form of description writes in its own way. */
export interface Payloads {
  readonly body: RequestBody | undefined;
  readonly responses: ReadonlyMap<string, Response>;
}

/** Reads the payloads of an operation. `unseen` takes the references that lead nowhere. */
export type ReadPayloads = (operation: Found, parameters: readonly Found[], unseen: string[]) => Payloads;

/** A path, with its operations. */
export interface PathItem {
  readonly path: string;
  readonly at: Span;
  readonly file: DescriptionFile;
  readonly operations: readonly Operation[];
  /** The reference behind which all of it stands, where that is not to be seen. */
  readonly unseen?: string;
}

/** The paths of a description in document order. */
export function pathsOf(description: Description, reader: SchemaReader, payloads: ReadPayloads): PathItem[] {
  return withoutExtensions(entriesOf(description.root, 'paths')).map(([path, part]) => {
    const item = description.follow(part);
    const base = { path, at: part.at, file: part.file };
    if (!item) return { ...base, operations: [] };
    if ('unseen' in item) return { ...base, operations: [], unseen: item.unseen };
    const shared = parametersOf(description, item);
    const operations = item.node.entries.flatMap((entry): Operation[] => {
      const found = METHODS.has(entry.key) ? description.follow(partOf(item, entry)) : undefined;
      if (!found) return [];
      const name = `${entry.key.toUpperCase()} ${path}`;
      const place = { method: entry.key, path, name, file: item.file, at: entry.keySpan };
      if ('unseen' in found) return [{ ...place, ...NOTHING, unseen: [found.unseen] }];
      const own = parametersOf(description, found);
      const unseen = [...shared.unseen, ...own.unseen];
      const written = overridden(shared.found, own.found);
      return [
        {
          ...place,
          lifecycle: lifecycleOf(found.node),
          parameters: written.flatMap((parameter) => parameterOf(parameter, reader, shared.found.includes(parameter))),
          ...payloads(found, written, unseen),
          unseen,
        },
      ];
    });
    return { ...base, operations };
  });
}

const NOTHING = { lifecycle: { deprecated: false }, parameters: [], body: undefined, responses: new Map() };

function parametersOf(
  description: Description,
  owner: Found,
): { readonly found: readonly Found[]; readonly unseen: readonly string[] } {
  const found: Found[] = [];
  const unseen: string[] = [];
  for (const item of itemsOf(owner, 'parameters')) {
    const parameter = description.follow(item);
    if (!parameter) continue;
    if ('unseen' in parameter) unseen.push(parameter.unseen);
    // What is written in the operation is nearer to a reader than what it refers to.
    else found.push(parameter);
  }
  return { found, unseen };
}

/** Those of the operation stand in for those of the path of the same place and name. */
function overridden(shared: readonly Found[], own: readonly Found[]): readonly Found[] {
  const key = ({ node }: Found) => `${node.text('in')} ${node.text('name')}`;
  return [...new Map([...shared, ...own].map((parameter) => [key(parameter), parameter])).values()];
}

/** Swagger 2.0 writes the schema into the parameter, and bodies as parameters, which are not read here. */
function parameterOf(parameter: Found, reader: SchemaReader, shared: boolean): Parameter[] {
  const { node, file, at } = parameter;
  const name = node.text('name');
  const place = node.text('in');
  if (name === undefined || place === undefined || place === 'body' || place === 'formData') return [];
  const [content] = entriesOf(parameter, 'content');
  const schema = content && isMap(content[1]) ? childOf(content[1], 'schema') : childOf(parameter, 'schema');
  const inline = node.has('type') ? parameter : undefined;
  const read = schema ?? inline;
  return [
    {
      in: place,
      name,
      required: isTrue(node, 'required') || place === 'path',
      lifecycle: lifecycleOf(node),
      schema: read && reader.read(read),
      spreadsLists:
        (place === 'query' || place === 'cookie') &&
        (node.text('style') ?? 'form') === 'form' &&
        node.text('explode') !== 'false' &&
        node.text('collectionFormat') === undefined,
      shared,
      key: node,
      file,
      at: node.get('name')?.span ?? at,
    },
  ];
}

/** The schemas of a map of media types. */
export function contentOf(owner: Part<YamlMap>, reader: SchemaReader): Content {
  return new Map(
    entriesOf(owner, 'content').map(([mediaType, part]) => {
      const schema = isMap(part) ? childOf(part, 'schema') : undefined;
      return [mediaType.toLowerCase(), { schema: schema && reader.read(schema), at: part.at }];
    }),
  );
}

/** Extensions and other words about the end of an operation or a parameter. */
function lifecycleOf(node: YamlMap): Lifecycle {
  const sunset = node.text('x-sunset');
  const stability = node.text('x-stability-level');
  return {
    deprecated: isTrue(node, 'deprecated'),
    ...(sunset === undefined ? {} : { sunset }),
    ...(stability === undefined ? {} : { stability }),
  };
}

export const isMap = (part: Part): part is Part<YamlMap> => part.node.kind === 'map';

export function isTrue(node: YamlMap, key: string): boolean {
  const value = node.get(key);
  return value?.kind === 'scalar' && value.value === true;
}
