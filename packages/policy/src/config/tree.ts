import type { Span } from '@shipworthy/model';

/** A configuration file as its parser gives it: values that know where they stand. Satisfied by the YAML reader's tree. */
export type ConfigNode = ConfigMap | ConfigList | ConfigScalar;

export interface ConfigMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly { readonly key: string; readonly keySpan: Span; readonly value: ConfigNode }[];
}
export interface ConfigList {
  readonly kind: 'seq';
  readonly span: Span;
  readonly items: readonly ConfigNode[];
}
export interface ConfigScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export interface ParsedConfig {
  readonly documents: readonly {
    readonly root: ConfigNode;
    readonly duplicateKeys: readonly { readonly key: string; readonly at: Span }[];
  }[];
  readonly problems: readonly { readonly what: string; readonly at: Span }[];
}

/** Reads YAML or JSON with positions. Handed in: the room that knows formats is not this one's to import. */
export type ParseConfig = (text: string) => ParsedConfig;

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

export function toPlain(node: ConfigNode): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(toPlain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
}

/** The value of a key; of duplicates the last. */
export const valueAt = (node: ConfigNode | undefined, key: string): ConfigNode | undefined =>
  node?.kind === 'map' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;

export const entriesOf = (node: ConfigNode | undefined): ConfigMap['entries'] =>
  node?.kind === 'map' ? node.entries : [];

export const itemsOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.kind === 'seq' ? node.items : [];

/** A text with its place. */
export interface PlacedText {
  readonly text: string;
  readonly at: Span;
}

export const textOf = (node: ConfigNode | undefined): PlacedText | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? { text: node.value, at: node.span } : undefined;

/** One text, or those of a list. */
export const textsOf = (node: ConfigNode | undefined): PlacedText[] =>
  [node, ...itemsOf(node)].flatMap((item) => textOf(item) ?? []);

/** The node a JSON pointer leads to, or the last one on the way. */
export function nodeAt(root: ConfigNode, pointer: string): ConfigNode {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node.kind === 'seq' ? node.items[Number(key)] : valueAt(node, key);
    if (!next) return node;
    node = next;
  }
  return node;
}
