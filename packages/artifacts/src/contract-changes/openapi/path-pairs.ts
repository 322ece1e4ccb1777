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
  const base = [basePath(before.description), basePath(after.description)] as const;
  const exact = new Map(after.paths.map((item) => [item.path, [item]]));
  const shapes = grouped(after.paths, (item) => shapeOf(item.path));
  const whole = grouped(after.paths, (item) => shapeOf(base[1] + item.path));
  const kept: OperationPair[] = [];
  const removed: { operation: Operation; left?: PathItem }[] = [];
  for (const item of before.paths) {
    const found =
      exact.get(item.path) ?? shapes.get(shapeOf(item.path)) ?? whole.get(shapeOf(base[0] + item.path)) ?? [];
    if (found.some(({ unseen }) => unseen !== undefined)) continue;
    for (const operation of item.operations) {
      const candidates = [...found, ...(shapes.get(shapeOf(item.path)) ?? [])];
      const other = candidates
        .flatMap(({ operations }) => operations)
        .find(({ method }) => method === operation.method);
      if (other) kept.push({ before: operation, after: other, renamed: renamed(operation.path, other.path) });
      else removed.push({ operation, ...(found[0] ? { left: found[0] } : {}) });
    }
  }
  return { kept, removed };
}

function grouped(items: readonly PathItem[], keyOf: (item: PathItem) => string): ReadonlyMap<string, PathItem[]> {
  const groups = new Map<string, PathItem[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
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
