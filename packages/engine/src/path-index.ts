import type { KindModule } from '@shipworthy/artifacts';
import type { PathClass } from '@shipworthy/model';

/**
 * Which kinds a path is a candidate for. Exact names and extensions are looked up; only the kinds that ask for it test
 * the remaining paths (one map look-up is an order of magnitude cheaper than a list of globs).
 */
export function pathIndex(kinds: readonly KindModule[]): (path: string, pathClass: PathClass) => readonly KindModule[] {
  const byName = new Map<string, Set<KindModule>>();
  const byExtension = new Map<string, Set<KindModule>>();
  const byTest = kinds.filter((kind) => kind.paths.test);
  for (const kind of kinds) {
    for (const name of kind.paths.baseNames ?? []) add(byName, name, kind);
    for (const extension of kind.paths.extensions ?? []) add(byExtension, extension, kind);
  }
  return (path, pathClass) => {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const dot = name.lastIndexOf('.');
    const found = new Set(byName.get(name));
    if (dot >= 0) for (const kind of byExtension.get(name.slice(dot + 1)) ?? []) found.add(kind);
    for (const kind of byTest) if (!found.has(kind) && kind.paths.test?.(path)) found.add(kind);
    return [...found].filter((kind) => !kind.notIn.includes(pathClass));
  };
}

function add(map: Map<string, Set<KindModule>>, key: string, kind: KindModule): void {
  const kinds = map.get(key);
  if (kinds) kinds.add(kind);
  else map.set(key, new Set([kind]));
}
