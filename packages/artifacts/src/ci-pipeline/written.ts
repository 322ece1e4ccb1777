import type { NamedAt, Span, WrittenAt } from '@shipworthy/model';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';

/** A value with its place. */
export const written = (node: YamlScalar): WrittenAt => ({ text: node.text, at: node.span });

const isText = (node: YamlNode | undefined): node is YamlScalar => node?.kind === 'scalar' && !node.isNull;

/** The values of a key that takes one or a list of them. */
export function listOf(node: YamlNode | undefined): readonly WrittenAt[] {
  if (isText(node)) return [written(node)];
  return node?.kind === 'seq' ? node.items.filter(isText).map(written) : [];
}

export const namesOf = (node: YamlNode | undefined): readonly NamedAt[] =>
  listOf(node).map(({ text, at }) => ({ name: text, at }));

/** The value of a key, if it is a scalar that is not null. */
export function writtenAt(map: YamlMap, key: string): WrittenAt | undefined {
  const node = map.get(key);
  return isText(node) ? written(node) : undefined;
}

/** The values of a mapping that are plain text: no nested values, nothing that `isTemplate` knows. */
export function literalsOf(
  node: YamlNode | undefined,
  isTemplate: (text: string) => boolean,
): Readonly<Record<string, string>> {
  if (node?.kind !== 'map') return {};
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) =>
      isText(value) && !isTemplate(value.text) ? [[key, value.text] as const] : [],
    ),
  );
}

/** Where a pair is written, from its key to the end of its value. A value that an alias stands for lies elsewhere. */
export const pairSpan = ({ keySpan, value }: { readonly keySpan: Span; readonly value: YamlNode }): Span => [
  keySpan[0],
  Math.max(keySpan[1], value.span[0] >= keySpan[1] ? value.span[1] : keySpan[1]),
];
