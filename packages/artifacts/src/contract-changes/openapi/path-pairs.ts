import type { YamlMap } from '../../formats/yaml/index.ts';
import type { Description } from './description.ts';
import type { Operation, PathItem } from './operations.ts';

/** Operations of the two sides that answer the same requests. */
export interface OperationPair {
  readonly before: Operation;
  readonly after: Operation;
  /** The name in the newer path of each parameter of the older one. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface PathPairs {
  readonly kept: readonly OperationPair[];
  readonly removed: readonly {
    readonly operation: Operation;
    /** What is left of its path; undefined where that is gone as well. */
    readonly left?: PathItem;
  }[];
}

/**
 * Pairs operations by method and path. Names of path parameters do not count; nor does it where a path is cut in two between
 * the address of the server and the paths below.
 */
export function pairPaths(
  before: { readonly description: Description; readonly paths: readonly PathItem[] },
  after: { readonly description: Description; readonly paths: readonly PathItem[] },
): PathPairs {
  const base = basePath(before.description);
  const newBase = basePath(after.description);
  const named = byKey(after.paths, (path) => path);
  const shaped = byKey(after.paths, shapeOf);
  const whole = byKey(after.paths, (path) => shapeOf(newBase + path));
  const kept: OperationPair[] = [];
  const removed: { operation: Operation; left?: PathItem }[] = [];
  for (const item of before.paths) {
    const lookups = [
      [named, item.path],
      [shaped, shapeOf(item.path)],
      [whole, shapeOf(base + item.path)],
    ] as const;
    const left = lookups.map(([index, key]) => index.items.get(key)).find((found) => found !== undefined);
    if (left?.unseen !== undefined) continue;
    for (const operation of item.operations) {
      const other = lookups
        .map(([index, key]) => index.operations.get(`${operation.method} ${key}`))
        .find((found) => found !== undefined);
      if (other) kept.push({ before: operation, after: other, renamed: renamed(operation.path, other.path) });
      else removed.push({ operation, ...(left ? { left } : {}) });
    }
  }
  return { kept, removed };
}

interface PathIndex {
  readonly items: ReadonlyMap<string, PathItem>;
  /** By method and key. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Paths by a key that several may have; the first of them counts. */
function byKey(paths: readonly PathItem[], keyOf: (path: string) => string): PathIndex {
  const items = new Map<string, PathItem>();
  const operations = new Map<string, Operation>();
  for (const item of paths) {
    const key = keyOf(item.path);
    if (!items.has(key)) items.set(key, item);
    for (const operation of item.operations) {
      const name = `${operation.method} ${key}`;
      if (!operations.has(name)) operations.set(name, operation);
    }
  }
  return { items, operations };
}

const PARAMETER = /\{[^{}]*\}/g;

const shapeOf = (path: string): string => path.replace(PARAMETER, '{}');

function renamed(before: string, after: string): ReadonlyMap<string, string> {
  const names = (path: string) => (path.match(PARAMETER) ?? []).map((name) => name.slice(1, -1));
  const others = names(after);
  return new Map(names(before).map((name, index) => [name, others[index] ?? name]));
}

/** The path that all paths of a description stand below: of Swagger 2.0 `basePath`, of OpenAPI 3 that of its first server. */
function basePath({ form, root }: Description): string {
  if (form === 'swagger') return trimmed(root.node.text('basePath') ?? '');
  const [server] = root.node.items('servers');
  return server ? trimmed(pathOfUrl(server.kind === 'map' ? server : undefined)) : '';
}

const pathOfUrl = (server: YamlMap | undefined): string =>
  (server?.text('url') ?? '').replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '');

const trimmed = (path: string): string => path.replace(/\/$/, '');
