import type { Span } from '@shipworthy/model';
import type { CollectionEvent, ScalarEvent, YamlEvent } from './events.ts';
import { type YamlEntry, YamlMap, type YamlNode, YamlScalar, YamlSeq } from './node.ts';

/** Nodes of one document, aliases counted as what they stand for: a bound on every later walk. */
export const MAX_EXPANDED_NODES = 1_000_000;
/** Pairs that `<<` may copy in one document. */
export const MAX_MERGED_ENTRIES = 20_000;

export interface DuplicateKey {
  readonly key: string;
  readonly at: Span;
}

export interface BuiltDocument {
  readonly root: YamlNode | undefined;
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Why there is no tree although the text parses. */
  readonly refused?: { readonly what: string; readonly at: Span };
}

const DOCUMENT = 1;
const SEQUENCE = 2;
const MAPPING = 3;
const SCALAR = 4;
const ALIAS = 5;
const FLOW = 2;

interface Open {
  readonly event: CollectionEvent;
  readonly children: YamlNode[];
  /** Of the keys of a mapping: where each is written (an alias as key stands elsewhere than its node). */
  readonly places: Span[];
  size: number;
}

/** Builds the trees of all documents from the library's flat events. */
export function buildDocuments(source: string, events: readonly YamlEvent[]): BuiltDocument[] {
  const documents: BuiltDocument[] = [];
  let builder: Builder | undefined;
  for (const event of events) {
    if (event.type === DOCUMENT) builder = new Builder(source);
    else if (builder?.add(event)) {
      documents.push(builder.document());
      builder = undefined;
    }
  }
  return documents;
}

class Builder {
  readonly #source: string;
  readonly #stack: Open[] = [];
  readonly #anchors = new Map<string, YamlNode>();
  readonly #duplicateKeys: DuplicateKey[] = [];
  #root: YamlNode | undefined;
  #refused: { readonly what: string; readonly at: Span } | undefined;
  #merged = 0;
  /** End of what was read last: where an empty value stands. */
  #cursor = 0;

  constructor(source: string) {
    this.#source = source;
  }

  document(): BuiltDocument {
    const base = { duplicateKeys: this.#duplicateKeys };
    return this.#refused ? { ...base, root: undefined, refused: this.#refused } : { ...base, root: this.#root };
  }

  /** Takes one event; true when it closed the document. */
  add(event: YamlEvent): boolean {
    switch (event.type) {
      case SEQUENCE:
      case MAPPING:
        this.#stack.push({ event, children: [], places: [], size: 1 });
        this.#cursor = event.start;
        return false;
      case SCALAR: {
        const scalar = this.#scalar(event);
        this.#anchor(event, scalar);
        this.#append(scalar, scalar.span);
        return false;
      }
      case ALIAS: {
        const at: Span = [event.anchorStart - 1, event.anchorEnd];
        this.#cursor = event.anchorEnd;
        const name = this.#source.slice(event.anchorStart, event.anchorEnd);
        const target = this.#anchors.get(name);
        if (!target) this.#refuse(`alias *${name} points to no finished anchor before it`, at);
        else this.#append(target, at);
        return false;
      }
      default: {
        const open = this.#stack.pop();
        if (!open) return true;
        const node = this.#close(open);
        this.#anchor(open.event, node);
        this.#append(node, node.span);
        return false;
      }
    }
  }

  #refuse(what: string, at: Span): void {
    this.#refused ??= { what, at };
  }

  #anchor(event: ScalarEvent | CollectionEvent, node: YamlNode): void {
    if (event.anchorStart >= 0) this.#anchors.set(this.#source.slice(event.anchorStart, event.anchorEnd), node);
  }

  #append(node: YamlNode, place: Span): void {
    const parent = this.#stack.at(-1);
    if (!parent) {
      this.#root = node;
      return;
    }
    parent.children.push(node);
    parent.places.push(place);
    parent.size += node.size;
    if (parent.size > MAX_EXPANDED_NODES)
      this.#refuse(`aliases expand the document to more than ${MAX_EXPANDED_NODES} nodes`, place);
  }

  #scalar(event: ScalarEvent): YamlScalar {
    const span = this.#scalarSpan(event);
    this.#cursor = Math.max(this.#cursor, span[1]);
    return new YamlScalar(span, this.#tag(event), this.#source, event);
  }

  #scalarSpan(event: ScalarEvent): Span {
    if (event.valueStart < 0) return [this.#cursor, this.#cursor];
    if (event.style === 2 || event.style === 3) return [event.valueStart - 1, event.valueEnd + 1];
    if (event.style === 1) return [event.valueStart, event.valueEnd];
    const written = this.#source.slice(event.valueStart, event.valueEnd);
    const start = event.valueStart + (written.length - written.trimStart().length);
    return written.trim() === '' ? [event.valueStart, event.valueStart] : [start, start + written.trim().length];
  }

  #tag(event: ScalarEvent | CollectionEvent): string | undefined {
    return event.tagStart < 0 ? undefined : this.#source.slice(event.tagStart, event.tagEnd);
  }

  #close(open: Open): YamlNode {
    if (open.event.style === FLOW) this.#cursor = endOfFlow(this.#source, this.#cursor);
    const span: Span = [open.event.start, this.#cursor];
    const tag = this.#tag(open.event);
    if (open.event.type === SEQUENCE) return new YamlSeq(span, tag, open.size, open.children);
    const entries = this.#entries(open);
    return new YamlMap(span, tag, open.size + entries.filter((entry) => entry.merged).length, entries);
  }

  #entries({ children, places }: Open): YamlEntry[] {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    const sources: YamlNode[] = [];
    for (let index = 0; index + 1 < children.length; index += 2) {
      const keyNode = children[index];
      const value = children[index + 1];
      const keySpan = places[index];
      if (!keyNode || !value || !keySpan) continue;
      const key = keyNode.kind === 'scalar' ? keyNode.text : this.#source.slice(...keyNode.span);
      if (keyNode.kind === 'scalar' && keyNode.style === 'plain' && key === '<<') {
        sources.push(...(value.kind === 'seq' ? value.items : [value]));
        continue;
      }
      if (seen.has(key)) this.#duplicateKeys.push({ key, at: keySpan });
      seen.add(key);
      entries.push({ key, keySpan, value, merged: false });
    }
    for (const from of sources) {
      if (from.kind !== 'map') continue;
      this.#merged += from.entries.length;
      if (this.#merged > MAX_MERGED_ENTRIES) {
        this.#refuse(`merge keys copy more than ${MAX_MERGED_ENTRIES} pairs`, from.span);
        break;
      }
      for (const entry of from.entries)
        if (!seen.has(entry.key)) {
          seen.add(entry.key);
          entries.push({ ...entry, merged: true });
        }
    }
    return entries;
  }
}

/** Past the bracket that closes a flow collection; only white space, commas and comments can stand before it. */
function endOfFlow(source: string, from: number): number {
  for (let position = from; position < source.length; position++) {
    const char = source[position];
    if (char === ']' || char === '}') return position + 1;
    if (char === '#') {
      const lineEnd = source.indexOf('\n', position);
      if (lineEnd < 0) return source.length;
      position = lineEnd;
    }
  }
  return source.length;
}
