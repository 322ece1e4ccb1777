import { createHash } from 'node:crypto';
import type { RepositorySource } from '@shipworthy/model';
import { memorySource } from '@shipworthy/sources';

/** A repository in memory whose files have ids by what is in them, as git's have. */
export function sourceWithBlobs(files: Readonly<Record<string, string>>): RepositorySource {
  const source = memorySource(files);
  return {
    ...source,
    list: async () => {
      const { entries, ...listing } = await source.list();
      const withIds = entries.map((entry) => ({
        ...entry,
        blob: createHash('sha1')
          .update(files[entry.path] ?? '')
          .digest('hex'),
      }));
      return { ...listing, entries: withIds };
    },
  };
}
