import type { FactFault, OuterReference } from '@shipworthy/model';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';

/** Values that only look like the language: what stands below them is data. */
const DATA_KEYS: ReadonlySet<string> = new Set(['example', 'default', 'enum', 'const']);
/** Below these keys stand names that somebody chose; one may be `default`. */
const CHOSEN: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'definitions',
  '$defs',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'links',
  'callbacks',
  'examples',
  'messages',
  'channels',
]);
const SCHEME = /^(?:[a-z][a-z0-9+.-]+:)?\/\//i;
/** Distinct references kept of one file. */
const MAX_REFERENCES = 2000;

export interface References {
  readonly outer: readonly OuterReference[];
  readonly faults: readonly FactFault[];
  /** Sections of the top that the file lacks, when all its dangling references lead to such; otherwise none. */
  readonly lacks: readonly string[];
}

/** All `$ref`s below a root: those that leave the file, and a fault for each that leads nowhere inside it. */
export function collectReferences(root: YamlMap): References {
  const outer = new Map<string, OuterReference>();
  const faults: FactFault[] = [];
  const sections = new Set<string>();
  const seen = new Set<string>();
  const open: {
    readonly node: YamlNode;
    readonly ownBase: boolean;
    readonly data: boolean;
    readonly parent: string;
  }[] = [{ node: root, ownBase: false, data: false, parent: '' }];
  const visited = new Set<YamlNode>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, data, parent } = next;
    if (node.kind === 'scalar' || visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'seq') {
      for (const item of node.items.toReversed()) open.push({ ...next, node: item });
      continue;
    }
    // A schema with an identifier of its own resolves against that, not against this file.
    const ownBase = next.ownBase || (node !== root && node.text('$id') !== undefined);
    // The last of a stack comes first: so references are met in the order they are written.
    for (const { key, value } of node.entries.toReversed()) {
      if (value.kind === 'scalar') {
        if (key === '$ref' && !data && !seen.has(value.text)) {
          if (seen.size >= MAX_REFERENCES) continue;
          seen.add(value.text);
          take(value, ownBase);
        }
      } else if (!key.startsWith('x-'))
        open.push({ node: value, ownBase, data: data || isData(key, value, parent), parent: key });
    }
  }
  return {
    outer: [...outer.values()].sort((a, b) => a.at[0] - b.at[0]),
    faults: faults.sort((a, b) => a.at[0] - b.at[0]),
    lacks: [...sections].some((section) => root.has(section)) ? [] : [...sections],
  };

  function take(value: YamlScalar, ownBase: boolean): void {
    const target = value.text.trim();
    if (target === '' || ownBase) return;
    if (!target.startsWith('#')) {
      const remote = SCHEME.test(target) || /^[a-z][a-z0-9+.-]+:/i.test(target);
      outer.set(target, { target, at: value.span, ...(remote ? { remote: true as const } : {}) });
      return;
    }
    const found = target === '#' || !target.startsWith('#/') ? 'elsewhere' : resolvePointer(root, target);
    if (found !== undefined) return;
    sections.add(segments(target)[0] ?? '');
    const near = nearest(root, target);
    const hint = near ? ` (did you mean '${near}'?)` : '';
    faults.push({ what: `\`$ref\` '${target}' leads nowhere in this file${hint}`, at: value.span, effect: 'refused' });
  }
}

/** The value of an example object, and the list of examples in a schema, are data like the one `example` is. */
const isData = (key: string, value: YamlNode, parent: string): boolean =>
  (DATA_KEYS.has(key) && !CHOSEN.has(parent)) ||
  (key === 'value' && !CHOSEN.has(parent)) ||
  (key === 'examples' && value.kind === 'seq');

/**
 * What a local pointer leads to. `elsewhere` when it passes through a reference: what stands there is not followed.
 * @param pointer `#/components/schemas/Order`
 */
export function resolvePointer(root: YamlNode, pointer: string): YamlNode | 'elsewhere' | undefined {
  let node: YamlNode | undefined = root;
  for (const part of segments(pointer)) {
    if (node?.kind === 'map') {
      if (!node.has(part) && node.has('$ref')) return 'elsewhere';
      node = node.get(part);
    } else if (node?.kind === 'seq') node = /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
    else return undefined;
  }
  return node;
}

/** The names of a pointer, decoded. */
export function segments(pointer: string): string[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part, index, all) => part !== '' || all.length > 1 || index > 0)
    .map((part) => decoded(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The same pointer with its last name as a sibling spells it, apart from case and plural. */
function nearest(root: YamlMap, pointer: string): string | undefined {
  const parts = segments(pointer);
  const last = parts.pop() ?? '';
  const parent = resolvePointer(root, `#/${parts.map((p) => p.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`);
  if (parent === undefined || parent === 'elsewhere' || parent.kind !== 'map') return undefined;
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
  const found = parent.entries.find(({ key }) => plain(key) === plain(last));
  return found ? `#/${[...parts, found.key].join('/')}` : undefined;
}

/** The mapping itself, or the one that its local `$ref` leads to; undefined where that stands in another file. */
export function dereferenced(root: YamlMap, node: YamlNode | undefined): YamlMap | undefined {
  let current = node;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    if (current?.kind !== 'map') return undefined;
    const target = current.text('$ref');
    if (target === undefined) return current;
    if (!target.startsWith('#/')) return undefined;
    const found = resolvePointer(root, target);
    if (found === undefined || found === 'elsewhere') return undefined;
    current = found;
  }
  return undefined;
}
/** References that lead to references. */
const MAX_HOPS = 10;
