import type { ContractText, Span } from '@shipworthy/model';
import { readDataFile } from '../../contracts/data-file.ts';
import { resolvePointer, segments } from '../../contracts/references.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { RepositoryFile } from '../../repository-file.ts';

/** References that lead to references before the trail is given up. */
const MAX_HOPS = 16;
/** Files of one side that a description may be split over before the rest stays unseen. */
const MAX_FILES = 1000;

/** One file of a side. */
export interface DescriptionFile {
  readonly path: string;
  readonly root: YamlNode;
}

/** A node with the file it stands in, and the place to point at: the key that holds it. */
export interface Part<N extends YamlNode = YamlNode> {
  readonly node: N;
  readonly file: DescriptionFile;
  readonly at: Span;
}

/** A mapping that a reference may have led to: then `name` is the last word of the reference. */
export interface Found extends Part<YamlMap> {
  readonly name?: string;
}

/** A reference whose target is not to be seen from here: another host, a file that is missing or cannot be read. */
export interface Unseen {
  readonly unseen: string;
}

/** One side of a comparison: the document, and what its references lead to. */
export class Description {
  readonly form: 'openapi' | 'swagger';
  readonly root: Part<YamlMap>;
  readonly #side: ContractText;
  readonly #files = new Map<string, DescriptionFile | undefined>();

  private constructor(side: ContractText, root: YamlMap, form: Description['form']) {
    const file = { path: side.path, root };
    this.form = form;
    this.root = { node: root, file, at: root.entry(form)?.keySpan ?? root.span };
    this.#side = side;
    this.#files.set(side.path, file);
  }

  /** The description in a text, or why there is none (one clause). */
  static read(side: ContractText): Description | string {
    const { documents, problems, level } = readDataFile(new RepositoryFile(side.path, 'authored', side.text));
    const [problem] = problems;
    if (problem) return `${side.path} cannot be read: ${problem.what}`;
    if (level !== 'parsed') return `${side.path} is a template`;
    const [document, second] = documents;
    if (!document || second) return `${side.path} does not hold one document`;
    const { root } = document;
    if (/^3\.\d/.test(root.text('openapi') ?? '')) return new Description(side, root, 'openapi');
    if (/^2\.0/.test(root.text('swagger') ?? '')) return new Description(side, root, 'swagger');
    return `${side.path} says neither OpenAPI 3 nor Swagger 2.0`;
  }

  /** The mapping itself, or the one its `$ref` leads to; undefined for what is no mapping at all. */
  follow(part: Part): Found | Unseen | undefined {
    let current = part;
    let name: string | undefined;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      if (!isMap(current)) return undefined;
      const target = current.node.text('$ref')?.trim();
      if (target === undefined) return name === undefined ? current : { ...current, name };
      const next = this.#target(current.file, target);
      if (!next) return { unseen: target };
      name ??= target.slice(target.lastIndexOf('/') + 1);
      current = next;
    }
    return { unseen: part.node.kind === 'map' ? (part.node.text('$ref') ?? '') : '' };
  }

  #target(from: DescriptionFile, target: string): Part | undefined {
    const hash = target.indexOf('#');
    const [where, pointer] = hash < 0 ? [target, ''] : [target.slice(0, hash), target.slice(hash)];
    const file = where === '' ? from : this.#file(joined(from.path, where));
    if (!file) return undefined;
    if (pointer === '' || pointer === '#') return { node: file.root, file, at: file.root.span };
    if (!pointer.startsWith('#/')) return undefined;
    const node = resolvePointer(file.root, pointer);
    if (node === undefined || node === 'elsewhere') return undefined;
    return { node, file, at: keyOf(file.root, pointer) ?? node.span };
  }

  #file(path: string | undefined): DescriptionFile | undefined {
    if (path === undefined) return undefined;
    if (!this.#files.has(path) && this.#files.size < MAX_FILES) this.#files.set(path, this.#read(path));
    return this.#files.get(path);
  }

  #read(path: string): DescriptionFile | undefined {
    const text = this.#side.read(path);
    if (text === undefined) return undefined;
    const { documents, problems, level } = readDataFile(new RepositoryFile(path, 'authored', text));
    const [document] = documents;
    return document && documents.length === 1 && problems.length === 0 && level === 'parsed'
      ? { path, root: document.root }
      : undefined;
  }
}

const isMap = (part: Part): part is Part<YamlMap> => part.node.kind === 'map';

/** The value of a pair, pointed at by its key. */
export const partOf = (owner: Part, entry: YamlEntry): Part => ({
  node: entry.value,
  file: owner.file,
  at: entry.keySpan,
});

/** The value under a key, if there is one. */
export function childOf(owner: Part<YamlMap>, key: string): Part | undefined {
  const entry = owner.node.entry(key);
  return entry && partOf(owner, entry);
}

/** The mapping under a key, if there is one. */
export function mapOf(owner: Part<YamlMap>, key: string): Part<YamlMap> | undefined {
  const part = childOf(owner, key);
  return part && isMap(part) ? part : undefined;
}

/** The pairs of the mapping under a key in document order; of duplicate keys the last. */
export function entriesOf(owner: Part<YamlMap>, key: string): readonly (readonly [string, Part])[] {
  const map = mapOf(owner, key);
  if (!map) return [];
  const found = new Map<string, Part>();
  for (const entry of map.node.entries)
    if (!entry.merged || !found.has(entry.key)) found.set(entry.key, partOf(map, entry));
  return [...found];
}

/** Without extensions, where names are not free to choose. */
export const withoutExtensions = <T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] =>
  entries.filter(([key]) => !key.startsWith('x-'));

/** The items of the list under a key, each pointed at by its first key. */
export function itemsOf(owner: Part<YamlMap>, key: string): readonly Part[] {
  return owner.node.items(key).map((node) => ({ node, file: owner.file, at: startOf(node) }));
}

function startOf(node: YamlNode): Span {
  return node.kind === 'map' ? (node.get('name')?.span ?? node.entries[0]?.keySpan ?? node.span) : node.span;
}

/** The key that holds what a pointer leads to. */
function keyOf(root: YamlNode, pointer: string): Span | undefined {
  const cut = pointer.lastIndexOf('/');
  const parent = cut <= 1 ? root : resolvePointer(root, pointer.slice(0, cut));
  const [last] = segments(pointer).slice(-1);
  if (last === undefined || parent === undefined || parent === 'elsewhere') return undefined;
  return parent.kind === 'map' ? parent.entry(last)?.keySpan : undefined;
}

/** The path of a file named from another; undefined for an address, or one that leads out of the repository. */
function joined(from: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(target)) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded(target).split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
