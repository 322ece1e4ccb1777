import type { RepositorySource, SourceContent } from '@shipworthy/model';

/**
 * The base of a change, of which files are taken from the head where both list the same blob: those lie on disk, the
 * others are asked of git.
 */
export async function sharedSource(base: RepositorySource, head: RepositorySource): Promise<RepositorySource> {
  const [before, after] = [await base.list(), await head.list()];
  const blobs = new Map(after.entries.flatMap(({ path, blob }) => (blob === undefined ? [] : [[path, blob] as const])));
  const same = new Set(
    before.entries.flatMap(({ path, blob }) => (blob !== undefined && blobs.get(path) === blob ? [path] : [])),
  );
  return {
    kind: base.kind,
    name: base.name,
    list: async () => before,
    async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
      const own = base.read(paths.filter((path) => !same.has(path)))[Symbol.asyncIterator]();
      const shared = head.read(paths.filter((path) => same.has(path)))[Symbol.asyncIterator]();
      try {
        for (const path of paths) {
          const next = await (same.has(path) ? shared : own).next();
          if (!next.done) yield next.value;
        }
      } finally {
        await own.return?.();
        await shared.return?.();
      }
    },
  };
}
