import type { Span } from '@shipworthy/model';
import { toPlain, type YamlMap, type YamlNode, type YamlPlain } from '../../formats/yaml/index.ts';
import { ALL_ATOMS, type Atom, asNumber, atomOf, canonical, flagOf, writtenAtoms } from './atoms.ts';
import { matches } from './name-patterns.ts';
import type { SchemaDocument } from './schema-document.ts';

/** Alternatives within alternatives that are looked into, to see what type a value can have. */
const MAX_DEPTH = 5;
const GROUPS = ['anyOf', 'oneOf'] as const;

/** `anyOf` or `oneOf`: one of the branches holds. */
export interface Alternatives {
  readonly keyword: (typeof GROUPS)[number];
  readonly branches: readonly YamlNode[];
  readonly at: Span;
}

/** Schemas of one document that hold for a value all at once, none of them a reference any more. */
export class Conjunction {
  readonly document: SchemaDocument;
  /** The same for the same schemas of one document. */
  readonly key: string;
  readonly parts: readonly YamlMap[];
  /** References that leave the document, and the schemas that hold them. */
  readonly outer: ReadonlyMap<string, YamlNode>;
  /** No value is valid. */
  readonly never: boolean;
  /** What was found out, by how deep alternatives are looked into. */
  readonly #atoms = new Map<number, ReadonlySet<Atom>>();
  readonly #lists = new Map<number, { readonly values?: ReadonlyMap<string, YamlPlain> }>();
  readonly #requirements = new Map<number, ReadonlySet<string>>();
  #names: ReadonlySet<string> | undefined;

  constructor(
    document: SchemaDocument,
    key: string,
    parts: readonly YamlMap[],
    outer: ReadonlyMap<string, YamlNode>,
    never: boolean,
  ) {
    this.document = document;
    this.key = key;
    this.parts = parts;
    this.outer = outer;
    this.never = never;
  }

  /** Does it allow every value, as far as can be seen? */
  get isOpen(): boolean {
    return !this.never && this.outer.size === 0 && this.parts.every(({ entries }) => entries.length === 0);
  }

  /** All values of a keyword. */
  all(keyword: string): YamlNode[] {
    return this.parts.flatMap((part) => part.get(keyword) ?? []);
  }

  /** Where the keyword stands first. */
  at(keyword: string): Span | undefined {
    for (const part of this.parts) {
      const entry = part.entry(keyword);
      if (entry) return entry.keySpan;
    }
    return undefined;
  }

  with(schema: YamlNode): Conjunction {
    return this.document.conjunction([...this.parts, schema]);
  }

  get alternatives(): Alternatives[] {
    return this.parts.flatMap((part) =>
      GROUPS.flatMap((keyword): Alternatives[] => {
        const entry = part.entry(keyword);
        return entry?.value.kind === 'seq' ? [{ keyword, branches: entry.value.items, at: entry.keySpan }] : [];
      }),
    );
  }

  /** Types that a value can have by what is said of it beside the alternatives. */
  ownAtoms(): ReadonlySet<Atom> {
    return this.atoms(MAX_DEPTH);
  }

  /** Types that a value can have. */
  atoms(depth = 0): ReadonlySet<Atom> {
    return remembered(this.#atoms, depth, () => this.#findAtoms(depth));
  }

  #findAtoms(depth: number): ReadonlySet<Atom> {
    if (this.never) return new Set();
    let atoms: Atom[] = [...ALL_ATOMS];
    const keep = (allowed: ReadonlySet<Atom> | undefined) => {
      if (allowed) atoms = atoms.filter((atom) => allowed.has(atom));
    };
    for (const part of this.parts) keep(writtenAtoms(part));
    const listed = this.#listed(depth);
    if (listed) keep(new Set([...listed.values()].map(atomOf)));
    if (depth < MAX_DEPTH)
      for (const { branches } of this.alternatives)
        keep(new Set(branches.flatMap((branch) => [...this.#branch(branch).atoms(depth + 1)])));
    return new Set(atoms);
  }

  /** The only values that are valid, by their canonical text; undefined where they are not listed. */
  values(depth = 0): ReadonlyMap<string, YamlPlain> | undefined {
    if (this.never) return new Map();
    const listed = this.#listed(depth);
    if (listed) return listed;
    const atoms = this.atoms(depth);
    if (![...atoms].every((atom) => atom === 'boolean' || atom === 'null')) return undefined;
    const values = [...(atoms.has('boolean') ? [true, false] : []), ...(atoms.has('null') ? [null] : [])];
    return new Map(values.map((value) => [canonical(value), value]));
  }

  #listed(depth: number): ReadonlyMap<string, YamlPlain> | undefined {
    return remembered(this.#lists, depth, () => {
      const values = this.#findListed(depth);
      return values ? { values } : {};
    }).values;
  }

  #findListed(depth: number): ReadonlyMap<string, YamlPlain> | undefined {
    let listed: Map<string, YamlPlain> | undefined;
    const keep = (values: ReadonlyMap<string, YamlPlain>) => {
      listed = new Map([...values].filter(([text]) => listed?.has(text) ?? true));
    };
    for (const part of this.parts) {
      const choices = part.get('enum');
      if (choices?.kind === 'seq') keep(textsOf(choices.items));
      const only = part.get('const');
      if (only) keep(textsOf([only]));
    }
    if (depth < MAX_DEPTH)
      for (const { branches } of this.alternatives) {
        const each = branches.map((branch) => this.#branch(branch).values(depth + 1));
        if (each.every((values) => values !== undefined)) keep(new Map(each.flatMap((values) => [...(values ?? [])])));
      }
    const allowed = this.parts.flatMap((part) => writtenAtoms(part) ?? []);
    return listed && new Map([...listed].filter(([, value]) => allowed.every((atoms) => atoms.has(atomOf(value)))));
  }

  #branch(branch: YamlNode): Conjunction {
    return this.document.conjunction([branch]);
  }

  /** Properties that every valid object has. */
  required(depth = 0): ReadonlySet<string> {
    return remembered(this.#requirements, depth, () => this.#findRequired(depth));
  }

  #findRequired(depth: number): ReadonlySet<string> {
    const names = new Set(this.all('required').flatMap(textsIn));
    if (depth < MAX_DEPTH)
      for (const { branches } of this.alternatives) {
        const [first, ...others] = branches.map((branch) => this.#branch(branch).required(depth + 1));
        for (const name of first ?? []) if (others.every((other) => other.has(name))) names.add(name);
      }
    return names;
  }

  /** The largest of the lower counts, the smallest of the upper ones. */
  count(keyword: string): number | undefined {
    const counts = this.all(keyword).flatMap((node) => asNumber(node) ?? []);
    if (counts.length === 0) return undefined;
    return keyword.startsWith('min') ? Math.max(...counts) : Math.min(...counts);
  }

  /** Names that some part describes by themselves. */
  get propertyNames(): ReadonlySet<string> {
    this.#names ??= new Set(this.parts.flatMap((part) => part.map('properties')?.entries.map(({ key }) => key) ?? []));
    return this.#names;
  }

  /** Patterns of names, as written. */
  get namePatterns(): ReadonlySet<string> {
    return new Set(this.parts.flatMap((part) => part.map('patternProperties')?.entries.map(({ key }) => key) ?? []));
  }

  /** Where a property is described. */
  propertyAt(name: string): Span | undefined {
    for (const part of this.parts) {
      const entry = part.map('properties')?.entry(name);
      if (entry) return entry.keySpan;
    }
    return undefined;
  }

  /** What holds for a property; undefined where that hangs on a pattern that cannot be read. */
  property(name: string): Conjunction | undefined {
    const schemas: YamlNode[] = [];
    for (const part of this.parts) {
      const own = part.map('properties')?.get(name);
      const patterns = part.map('patternProperties')?.entries ?? [];
      const fitting = patterns.filter(({ key }) => matches(key, name) !== false);
      if (fitting.some(({ key }) => matches(key, name) === undefined)) return undefined;
      const additional = part.get('additionalProperties');
      if (own) schemas.push(own);
      schemas.push(...fitting.map(({ value }) => value));
      if (!own && fitting.length === 0 && additional) schemas.push(additional);
    }
    return this.document.conjunction(schemas);
  }

  /** What holds for properties that match a pattern of names, as far as the pattern itself says it. */
  patterned(pattern: string): Conjunction {
    const schemas = this.parts.flatMap((part) => part.map('patternProperties')?.get(pattern) ?? []);
    return schemas.length > 0 ? this.document.conjunction(schemas) : this.otherProperties();
  }

  /** What holds for properties that nothing describes. */
  otherProperties(): Conjunction {
    return this.document.conjunction(this.all('additionalProperties'));
  }

  /** No properties beside those that are described, here or in whatever alternative. */
  get isClosed(): boolean {
    return this.otherProperties().never || this.all('unevaluatedProperties').some((node) => flagOf(node) === false);
  }

  /** Schemas for the first items, one after the other. */
  get firstItems(): number {
    return Math.max(0, ...this.parts.map((part) => tupleOf(part).first.length));
  }

  /** What holds for the item at an index. */
  item(index: number): Conjunction {
    return this.document.conjunction(
      this.parts.flatMap((part) => tupleOf(part).first[index] ?? tupleOf(part).rest ?? []),
    );
  }

  /** What holds for items after the first ones. */
  otherItems(): Conjunction {
    return this.document.conjunction(this.parts.flatMap((part) => tupleOf(part).rest ?? []));
  }
}

function remembered<T>(known: Map<number, T>, depth: number, find: () => T): T {
  const found = known.get(depth);
  if (found !== undefined) return found;
  const made = find();
  known.set(depth, made);
  return made;
}

/** Up to 2019-09 `items` is a list for tuples, and `additionalItems` what follows them. */
function tupleOf(part: YamlMap): { readonly first: readonly YamlNode[]; readonly rest: YamlNode | undefined } {
  const items = part.get('items');
  if (items?.kind === 'seq') return { first: items.items, rest: part.get('additionalItems') };
  return { first: part.items('prefixItems'), rest: items };
}

const textsOf = (nodes: readonly YamlNode[]): Map<string, YamlPlain> =>
  new Map(nodes.map(toPlain).map((value) => [canonical(value), value]));

export const textsIn = (node: YamlNode): string[] =>
  node.kind === 'seq' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
