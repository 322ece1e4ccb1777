import type { YamlMap, YamlNode, YamlPlain } from '../../formats/yaml/index.ts';

/** Types that share no value: a number is whole or has a fraction. */
export type Atom = 'null' | 'boolean' | 'integer' | 'fraction' | 'string' | 'array' | 'object';

export const ALL_ATOMS: readonly Atom[] = ['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'];
const NAMED: Readonly<Record<string, readonly Atom[]>> = {
  number: ['integer', 'fraction'],
  ...Object.fromEntries(ALL_ATOMS.filter((atom) => atom !== 'fraction').map((atom) => [atom, [atom]])),
};

/** What `type` of a schema allows; undefined where it does not say, or in words of no draft. */
export function writtenAtoms(schema: YamlMap): ReadonlySet<Atom> | undefined {
  const type = schema.get('type');
  const names = type?.kind === 'seq' ? type.items : type ? [type] : [];
  const atoms = names.flatMap((name) => (name.kind === 'scalar' && NAMED[name.text]) || []);
  return atoms.length === 0 ? undefined : new Set(atoms);
}

export function atomOf(value: YamlPlain): Atom {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value === 'object' ? 'object' : (typeof value as 'string' | 'boolean');
}

/** `number, string`. */
export function wordsOf(atoms: ReadonlySet<Atom>): string {
  const isNumber = atoms.has('integer') && atoms.has('fraction');
  const words = ALL_ATOMS.flatMap((atom): string[] => {
    if (!atoms.has(atom)) return [];
    if (atom === 'integer') return [isNumber ? 'number' : 'integer'];
    if (atom === 'fraction') return isNumber ? [] : ['number with a fraction'];
    return [atom];
  });
  return words.join(', ');
}

/** The value written so that equal values are written alike, whatever the order of their keys. */
export function canonical(value: YamlPlain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

export const numberIn = (schema: YamlMap, key: string): number | undefined => asNumber(schema.get(key));

export function asNumber(node: YamlNode | undefined): number | undefined {
  const value = node?.kind === 'scalar' ? node.value : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function flagOf(node: YamlNode | undefined): boolean | undefined {
  const value = node?.kind === 'scalar' ? node.value : undefined;
  return typeof value === 'boolean' ? value : undefined;
}
