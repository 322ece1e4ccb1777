import type { KindModule } from '@shipworthy/artifacts';
import type { PathClass } from '@shipworthy/model';

/**
 * Which kinds a path is a candidate for. Only its base name decides, and large trees repeat theirs (`index.js`,
 * `page.mdx`) thousands of times, so each name is judged once.
 */
export function pathIndex(kinds: readonly KindModule[]): (path: string) => readonly KindModule[] {
  const byName = new Map<string, readonly KindModule[]>();
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const known = byName.get(name);
    if (known) return known;
    const lower = name.toLowerCase();
    const extension = lower.slice(lower.lastIndexOf('.') + 1);
    const hasExtension = extension.length < lower.length;
    // The kind that knows a file by its very name comes first, those that only know the extension after it.
    const found = new Set([
      ...kinds.filter(({ paths }) => paths.baseNames?.includes(lower)),
      ...kinds.filter(({ paths }) => hasExtension && paths.extensions?.includes(extension)),
      ...kinds.filter(({ paths }) => paths.test?.(name)),
    ]);
    byName.set(name, [...found]);
    return [...found];
  };
}

/** Those of the kinds that a file of the class can hold. */
export function allowedIn(kinds: readonly KindModule[], pathClass: PathClass): readonly KindModule[] {
  return kinds.filter((kind) => !kind.notIn.includes(pathClass));
}
