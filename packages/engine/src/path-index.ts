import type { KindModule } from '@shipworthy/artifacts';
import type { PathClass } from '@shipworthy/model';

/**
 * Which kinds a path is a candidate for. Only its base name decides, and large trees repeat theirs (`index.js`,
 * `page.mdx`) thousands of times, so each name is judged once.
 */
export function pathIndex(kinds: readonly KindModule[]): (path: string) => readonly KindModule[] {
  const byName = new Map<string, readonly KindModule[]>();
  const byBaseName = listedBy(kinds, ({ paths }) => paths.baseNames);
  const byExtension = listedBy(kinds, ({ paths }) => paths.extensions);
  const testing = kinds.filter(({ paths }) => paths.test);
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const known = byName.get(name);
    if (known) return known;
    const lower = name.toLowerCase();
    const dot = lower.lastIndexOf('.');
    // The kind that knows a file by its very name comes first, those that only know the extension after it.
    const listed = [
      ...(byBaseName.get(lower) ?? []),
      ...((dot < 0 ? undefined : byExtension.get(lower.slice(dot + 1))) ?? []),
    ];
    const found = new Set([...listed, ...testing.filter(({ paths }) => paths.test?.(name))]);
    const possible = found.size === 0 ? NONE : [...found];
    byName.set(name, possible);
    return possible;
  };
}

const NONE: readonly KindModule[] = [];

/**
 * The same for files whose class is known: only kinds that a file of the class can hold are asked. Of the vendored half of a
 * tree none is.
 */
export function classIndex(
  kinds: readonly KindModule[],
): (path: string, pathClass: PathClass) => readonly KindModule[] {
  const byClass = new Map<PathClass, ReturnType<typeof pathIndex>>();
  return (path, pathClass) => {
    const known = byClass.get(pathClass);
    if (known) return known(path);
    const allowed = allowedIn(kinds, pathClass);
    const index = allowed.length === 0 ? () => NONE : pathIndex(allowed);
    byClass.set(pathClass, index);
    return index(path);
  };
}

/** The kinds, in their order, by each of the names they list. */
function listedBy(
  kinds: readonly KindModule[],
  namesOf: (kind: KindModule) => readonly string[] | undefined,
): ReadonlyMap<string, readonly KindModule[]> {
  const index = new Map<string, KindModule[]>();
  for (const kind of kinds)
    for (const name of namesOf(kind) ?? []) {
      const listed = index.get(name);
      if (listed) listed.push(kind);
      else index.set(name, [kind]);
    }
  return index;
}

/** Those of the kinds that a file of the class can hold. */
export function allowedIn(kinds: readonly KindModule[], pathClass: PathClass): readonly KindModule[] {
  return kinds.filter((kind) => !kind.notIn.includes(pathClass));
}
