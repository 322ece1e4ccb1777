import type { YamlNode, YamlPlain } from './node.ts';

/**
 * The node as plain values. Safe on any tree that `readYaml` gives: expansion of aliases is bounded there.
 * Of duplicate keys the last wins.
 */
export function toPlain(node: YamlNode): YamlPlain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(toPlain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
}
