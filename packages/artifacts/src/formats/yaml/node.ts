import type { Span } from '@shipworthy/model';
import { boolCoreTag, floatCoreTag, getScalarValue, intCoreTag, NOT_RESOLVED, nullCoreTag } from 'js-yaml';
import type { ScalarEvent } from './events.ts';
import { offsetInSource } from './scalar-offset.ts';

export type YamlNode = YamlMap | YamlSeq | YamlScalar;
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
export type YamlPlain = string | number | boolean | null | YamlPlain[] | { [key: string]: YamlPlain };

/** One pair of a mapping. */
export interface YamlEntry {
  /** Decoded text of a scalar key; the source text of any other. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
  /** Came from another mapping through `<<`. */
  readonly merged: boolean;
}

/** Base of all nodes. An aliased node is one object in several places; its span is where the anchor stands. */
abstract class Node {
  abstract readonly kind: 'map' | 'seq' | 'scalar';
  /** Where the node is written, quotes and brackets included, trailing blank lines and comments not. */
  readonly span: Span;
  /** `!Ref`, as written; undefined without one. Unknown tags are kept and otherwise ignored. */
  readonly tag: string | undefined;
  /** Number of nodes below and including this one, every alias counted as what it stands for. */
  readonly size: number;

  constructor(span: Span, tag: string | undefined, size: number) {
    this.span = span;
    this.tag = tag;
    this.size = size;
  }
}

/** Mappings of at most this many pairs are searched as they are; most are asked for a few keys only once. */
const FEW_ENTRIES = 8;

export class YamlMap extends Node {
  readonly kind = 'map';
  /** Own pairs in source order, then merged ones. The first of duplicate keys comes first. */
  readonly entries: readonly YamlEntry[];
  #index: Map<string, YamlEntry> | undefined;

  constructor(span: Span, tag: string | undefined, size: number, entries: readonly YamlEntry[]) {
    super(span, tag, size);
    this.entries = entries;
  }

  /** The pair with the key; of duplicates the last, as most readers take it; own pairs win over merged ones. */
  entry(key: string): YamlEntry | undefined {
    if (this.entries.length <= FEW_ENTRIES) return this.#search(key);
    if (!this.#index) {
      this.#index = new Map();
      for (const entry of this.entries)
        if (!entry.merged || !this.#index.has(entry.key)) this.#index.set(entry.key, entry);
    }
    return this.#index.get(key);
  }

  #search(key: string): YamlEntry | undefined {
    let merged: YamlEntry | undefined;
    for (let index = this.entries.length - 1; index >= 0; index--) {
      const entry = this.entries[index];
      if (entry?.key !== key) continue;
      if (!entry.merged) return entry;
      merged = entry;
    }
    return merged;
  }

  get(key: string): YamlNode | undefined {
    return this.entry(key)?.value;
  }

  has(key: string): boolean {
    return this.entry(key) !== undefined;
  }

  /** The value if it is a mapping. */
  map(key: string): YamlMap | undefined {
    const value = this.get(key);
    return value?.kind === 'map' ? value : undefined;
  }

  /** The items if the value is a sequence, else none. */
  items(key: string): readonly YamlNode[] {
    const value = this.get(key);
    return value?.kind === 'seq' ? value.items : [];
  }

  /** The decoded text if the value is a scalar and not null. */
  text(key: string): string | undefined {
    const value = this.get(key);
    return value?.kind === 'scalar' && !value.isNull ? value.text : undefined;
  }
}

export class YamlSeq extends Node {
  readonly kind = 'seq';
  readonly items: readonly YamlNode[];

  constructor(span: Span, tag: string | undefined, size: number, items: readonly YamlNode[]) {
    super(span, tag, size);
    this.items = items;
  }
}

const STYLES: readonly ScalarStyle[] = ['plain', 'single', 'double', 'literal', 'folded'];
const IMPLICIT_TAGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

export class YamlScalar extends Node {
  readonly kind = 'scalar';
  readonly style: ScalarStyle;
  readonly #source: string;
  readonly #event: ScalarEvent;
  #text: string | undefined;

  constructor(span: Span, tag: string | undefined, source: string, event: ScalarEvent) {
    super(span, tag, 1);
    this.style = STYLES[event.style - 1] ?? 'plain';
    this.#source = source;
    this.#event = event;
  }

  /** Decoded text, whatever the type: `5m`, `0644`, `~`. */
  get text(): string {
    this.#text ??= this.#event.valueStart < 0 ? '' : getScalarValue(this.#source, this.#event);
    return this.#text;
  }

  /** The decoded text as it stands at the same offsets of another source: the one that this source masks. */
  textIn(source: string): string {
    return this.#event.valueStart < 0 ? '' : getScalarValue(source, this.#event);
  }

  /** The text as written between quotes, or the lines of a block with their indentation. */
  get raw(): string {
    return this.#event.valueStart < 0 ? '' : this.#source.slice(this.#event.valueStart, this.#event.valueEnd);
  }

  /** The value in YAML 1.2's core schema. A number too large for a double stays near it. */
  get value(): string | number | boolean | null {
    if (this.#isText) return this.text;
    for (const type of IMPLICIT_TAGS) {
      const value = type.resolve(this.text, false, type.tagName);
      if (value !== NOT_RESOLVED) return value as number | boolean | null;
    }
    return this.text;
  }

  get isNull(): boolean {
    return !this.#isText && nullCoreTag.resolve(this.text, false, nullCoreTag.tagName) !== NOT_RESOLVED;
  }

  get #isText(): boolean {
    return this.style !== 'plain' || this.tag === '!' || this.tag === '!!str';
  }

  /** Offset in the file of the character at `decoded` (an index into `text`). */
  offsetAt(decoded: number): number {
    if (this.#event.valueStart < 0) return this.span[0];
    return this.#event.valueStart + offsetInSource(this.raw, this.text, this.style, decoded);
  }
}
