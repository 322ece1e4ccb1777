import type { Artifact } from '@shipworthy/rule-kit';

/** Folders that tell versions or formats of one description apart: `json`, `yaml`, `v2`, `2.1`, `openapi3`. */
const FORMAT_OR_VERSION = /^(?:json|ya?ml|v?\d+(?:[._-]\w+)*|open-?api[\d.]*|swagger[\d.]*)$/i;
/** A version within a title or the name of a file: `-v15`, ` 2.1`, `2021-01-01`. */
const VERSION = /(?:^|(?<=[\s._/-]))v?(\d+(?:[._-]\d+)*)(?=$|[\s._/-])/gi;
/** Fewer operations in common are what many interfaces have. */
const ENOUGH_IN_COMMON = 3;

/**
 * What descriptions have in common that are mended as one: a bundle beside what it was bundled from, versions beside each
 * other, the same text in two formats. Their title and their folder, both without formats and versions.
 */
export function descriptionKey(path: string, title = ''): string {
  const folders = path.split('/').slice(0, -1);
  const plain = title.replace(VERSION, '').replace(/\s+/g, ' ').trim();
  return `${folders.filter((folder) => !FORMAT_OR_VERSION.test(folder)).join('/')} ${plain}`;
}

/** Where a description stands among those of the same interface. */
export interface Standing {
  /** The same for all that are mended as one. */
  readonly cause: string;
  /** The path of a newer version of it: whoever builds something now takes that one. */
  readonly newer?: string;
}

type Description = Artifact<'openapi'>;
const known = new WeakMap<readonly Description[], ReadonlyMap<string, Standing>>();

/** How each description of a repository, by its path, stands among the others. */
export function standings(descriptions: readonly Description[]): ReadonlyMap<string, Standing> {
  const found = known.get(descriptions) ?? compare(descriptions);
  known.set(descriptions, found);
  return found;
}

function compare(descriptions: readonly Description[]): ReadonlyMap<string, Standing> {
  const keys = new Map(descriptions.map(({ path, facts }) => [path, descriptionKey(path, facts.title)]));
  const newest = new Map<string, { readonly path: string; readonly version: readonly number[] }>();
  for (const { path, facts } of descriptions) {
    const version = versionOf(path, facts.title);
    const key = keys.get(path) ?? '';
    const before = newest.get(key);
    if (version.length > 0 && (!before || isNewer(version, before.version))) newest.set(key, { path, version });
  }
  const causes = causesOf(descriptions, keys);
  return new Map(
    descriptions.map(({ path, facts }) => {
      const key = keys.get(path) ?? '';
      const latest = newest.get(key);
      const version = versionOf(path, facts.title);
      // One without a version may be the one in the making.
      const old = latest && version.length > 0 && isNewer(latest.version, version);
      return [path, { cause: causes.get(key) ?? key, ...(old ? { newer: latest.path } : {}) }];
    }),
  );
}

/** The numbers of the path, or those of the title where that has none. */
function versionOf(path: string, title = ''): readonly number[] {
  const stem = path.replace(/\.\w+$/, '');
  const written = [...stem.matchAll(VERSION)];
  return (written.length > 0 ? written : [...title.matchAll(VERSION)]).flatMap(([, numbers = '']) =>
    numbers.split(/[._-]/).map(Number),
  );
}

function isNewer(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, number] of one.entries()) {
    const against = other[index] ?? -1;
    if (number !== against) return number > against;
  }
  return false;
}

/**
 * By key of a description, the key under which it is told: that of the widest description with all its operations. A file
 * that others are merged into has theirs, and a copy has the same.
 */
function causesOf(descriptions: readonly Description[], keys: ReadonlyMap<string, string>): Map<string, string> {
  const byOperation = new Map<string, Set<Description>>();
  for (const one of descriptions)
    for (const name of namesOf(one)) {
      const having = byOperation.get(name);
      if (having) having.add(one);
      else byOperation.set(name, new Set([one]));
    }
  const causes = new Map<string, string>();
  for (const one of descriptions) {
    const names = namesOf(one);
    const key = keys.get(one.path) ?? '';
    if (names.length < ENOUGH_IN_COMMON || causes.has(key)) continue;
    const having = [...(byOperation.get(names[0] ?? '') ?? [])];
    const [widest] = having
      .filter((other) => names.every((name) => byOperation.get(name)?.has(other)))
      .sort((a, b) => b.facts.operations.length - a.facts.operations.length || (a.path < b.path ? -1 : 1));
    const wider = widest && keys.get(widest.path);
    if (wider !== undefined && wider !== key) causes.set(key, wider);
  }
  return causes;
}

const namesOf = ({ facts }: Description) => facts.operations.map(({ method, path }) => `${method} ${path}`);
