import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';

/** What `<< parameters.name >>` stands for. */
export type Parameters = ReadonlyMap<string, YamlNode>;

const PLACEHOLDER = /<<\s*parameters\.([\w-]+)\s*>>/g;
const ONLY_PLACEHOLDER = /^<<\s*parameters\.([\w-]+)\s*>>$/;

/** The defaults that a job or command declares, overridden by what it is called with. */
export function parametersOf(declaration: YamlMap, given: YamlMap | undefined, outer: Parameters): Parameters {
  const values = new Map<string, YamlNode>();
  for (const { key, value } of declaration.map('parameters')?.entries ?? []) {
    const initial = value.kind === 'map' ? value.get('default') : undefined;
    const own = given?.get(key);
    const node = own ? replaced(own, outer) : initial;
    if (node) values.set(key, node);
  }
  return values;
}

/** The node that a value stands for, when it is nothing but a parameter. */
export function replaced(node: YamlNode, parameters: Parameters): YamlNode {
  const name = node.kind === 'scalar' ? ONLY_PLACEHOLDER.exec(node.text.trim())?.[1] : undefined;
  return (name === undefined ? undefined : parameters.get(name)) ?? node;
}

/** The text with known parameters filled in; others stay as written. */
export function filledIn(text: string, parameters: Parameters): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const value = parameters.get(name);
    return value?.kind === 'scalar' ? value.text : whole;
  });
}

export const hasPlaceholder = (text: string): boolean => text.includes('<<');
