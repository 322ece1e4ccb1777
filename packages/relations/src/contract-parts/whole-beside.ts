import type { RelationContext } from '@shipworthy/model';
import { folderOf, percentDecoded, resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/** What stands between the name of a description and what tells its parts apart: `orders.yaml`, `orders-older.yaml`. */
const SEPARATOR = /^[-_.]/;

const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');

/** Descriptions that say whose they are, by folder, and which of these refers into which file. */
const wholesOf = oncePerContext(({ inventory }) => {
  const byFolder = new Map<string, string[]>();
  const referring = new Map<string, string>();
  for (const { path, artifacts } of inventory.files)
    for (const artifact of artifacts) {
      if (artifact.kind !== 'openapi' || artifact.facts.spans.info === undefined) continue;
      const folder = folderOf(path);
      const beside = byFolder.get(folder) ?? [];
      beside.push(path);
      byFolder.set(folder, beside);
      for (const { target, remote } of artifact.facts.references) {
        const file = percentDecoded(target.split('#')[0] ?? '');
        const into = remote || file === '' ? undefined : resolvePath(folder, file);
        if (into !== undefined && !referring.has(into)) referring.set(into, path);
      }
    }
  return { byFolder, referring };
});

/**
 * The description that one without `info` is a part of: one that refers into it, or the one beside it whose name it
 * takes further (`orders-older.yaml` of `orders.yaml`). Undefined: there is none, and it ought to stand by itself.
 */
export function wholeBeside(context: RelationContext, path: string): string | undefined {
  const { byFolder, referring } = wholesOf(context);
  const stem = stemOf(path);
  const named = (byFolder.get(folderOf(path)) ?? []).find(
    (other) => stem.startsWith(stemOf(other)) && SEPARATOR.test(stem.slice(stemOf(other).length)),
  );
  return referring.get(path) ?? named;
}
