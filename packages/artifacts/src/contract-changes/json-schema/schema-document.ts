import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { flagOf } from './atoms.ts';
import { Conjunction } from './conjunction.ts';

/** Schemas that hold for one value at once; more come from schemas that refer to each other in masses. */
const MAX_PARTS = 200;

/** One text of a schema: finds what its references lead to. */
export class SchemaDocument {
  readonly root: YamlMap;
  /** Up to draft 7 nothing beside a `$ref` counts. */
  readonly #referenceStandsAlone: boolean;
  #named: ReadonlyMap<string, YamlNode> | undefined;
  readonly #numbers = new Map<YamlNode, number>();
  readonly #conjunctions = new Map<string, Conjunction>();

  constructor(root: YamlMap) {
    this.root = root;
    this.#referenceStandsAlone = /draft-0?[3-7]\b/.test(root.text('$schema') ?? '');
  }

  get dialect(): string {
    return this.root.text('$schema') ?? '';
  }

  /** All of the schemas at once, with what they refer to and the `allOf` inside of them. */
  conjunction(schemas: readonly YamlNode[]): Conjunction {
    const parts = new Set<YamlMap>();
    const outer = new Map<string, YamlNode>();
    let never = false;
    const open = [...schemas].reverse();
    const seen = new Set<YamlNode>();
    for (let node = open.pop(); node && parts.size < MAX_PARTS; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (flagOf(node) === false) never = true;
      if (node.kind !== 'map') continue;
      const reference = node.text('$ref') ?? node.text('$recursiveRef') ?? node.text('$dynamicRef');
      const target = reference === undefined ? undefined : this.#resolve(reference.trim());
      if (target) open.push(target);
      else if (reference !== undefined) outer.set(reference, node);
      // A reference and nothing else is what it leads to.
      const alone = node.entries.length === 1 || (this.#referenceStandsAlone && node.has('$ref'));
      if (reference !== undefined && alone) continue;
      parts.add(node);
      open.push(...node.items('allOf').toReversed());
    }
    const key =
      [...parts].map((part) => this.#numberOf(part)).join(' ') + (never ? ' never' : '') + [...outer.keys()].join(' ');
    const known = this.#conjunctions.get(key);
    if (known) return known;
    const made = new Conjunction(this, key, [...parts], outer, never);
    this.#conjunctions.set(key, made);
    return made;
  }

  #numberOf(node: YamlNode): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#numbers.set(node, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** What a reference leads to in this document. */
  #resolve(reference: string): YamlNode | undefined {
    if (reference === '#') return this.root;
    if (reference.startsWith('#/')) return pointed(this.root, reference.slice(1));
    this.#named ??= namesIn(this.root);
    const [base = '', fragment] = reference.split('#', 2);
    const resource = base === '' ? this.root : (this.#named.get(base) ?? this.#named.get(absolute(base, this.root)));
    if (!resource || fragment === undefined || fragment === '') return resource;
    return fragment.startsWith('/') ? pointed(resource, fragment) : this.#named.get(`#${fragment}`);
  }
}

function absolute(reference: string, root: YamlMap): string {
  const base = root.text('$id') ?? root.text('id');
  return base !== undefined && URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

/** Schemas by their `$id` and, with `#` before it, by their anchor. */
function namesIn(root: YamlMap): ReadonlyMap<string, YamlNode> {
  const named = new Map<string, YamlNode>();
  const add = (name: string | undefined, node: YamlNode) => {
    if (name !== undefined && !named.has(name)) named.set(name, node);
  };
  const open: YamlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'seq') open.push(...node.items);
    if (node.kind !== 'map') continue;
    const id = node.text('$id') ?? node.text('id');
    if (id !== undefined) {
      add(id.length > 1 && !id.startsWith('#') ? id.replace(/#$/, '') : id, node);
      if (!id.startsWith('#')) add(absolute(id, root), node);
    }
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const anchor = node.text(key);
      if (anchor !== undefined) add(`#${anchor}`, node);
    }
    open.push(...node.entries.map(({ value }) => value));
  }
  return named;
}

/** What a JSON pointer leads to. */
function pointed(root: YamlNode, pointer: string): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const written of pointer.split('/').slice(1)) {
    const part = decoded(written).replaceAll('~1', '/').replaceAll('~0', '~');
    if (node?.kind === 'map') node = node.get(part);
    else if (node?.kind === 'seq') node = node.items[Number(part)];
    else return undefined;
  }
  return node;
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
