import type { Listing, ReadFailure, RepositorySource, SourceContent, SourceEntry } from '@shipworthy/model';
import { MAX_FILE_BYTES, SourceError } from '@shipworthy/model';
import { tooLarge } from './disk-reader.ts';
import { refusal } from './refusal.ts';
import { sortedEntries } from './sorted-entries.ts';

export interface MemorySourceOptions {
  /** For people; `memory` by default. */
  readonly name?: string;
  readonly commit?: string;
  /** `none` by default. */
  readonly history?: Listing['history'];
  /** Paths that are links or submodules: listed, never read. */
  readonly symlinks?: readonly string[];
  readonly submodules?: readonly string[];
}

/** A repository made of its files: path → text (stored as UTF-8) or bytes. Throws `SourceError` on paths git would not store. */
export function memorySource(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemorySourceOptions = {},
): RepositorySource {
  const entries = new Map<string, SourceEntry>();
  const add = (paths: readonly string[], type: SourceEntry['type']): void => {
    for (const path of paths) {
      requireTreePath(path);
      entries.set(path, { path, type });
    }
  };
  add(Object.keys(files), 'file');
  add(options.symlinks ?? [], 'symlink');
  add(options.submodules ?? [], 'submodule');
  const listing: Listing = {
    entries: sortedEntries([...entries.values()]),
    ...(options.commit === undefined ? {} : { commit: options.commit }),
    history: options.history ?? 'none',
  };
  const contents = new Map(Object.entries(files));
  return {
    kind: 'memory',
    name: options.name ?? 'memory',
    list: async () => listing,
    async *read(paths): AsyncGenerator<SourceContent, void, undefined> {
      for (const path of paths)
        yield { path, content: refusal(entries.get(path)?.type) ?? bytesOf(contents.get(path) ?? '') };
    },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array | ReadFailure {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return bytes.length > MAX_FILE_BYTES ? tooLarge(bytes.length) : bytes;
}

function requireTreePath(path: string): void {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..') || path.includes('\0'))
    throw new SourceError(
      `${JSON.stringify(path)} is not a path inside a repository`,
      'usage',
      'Write paths relative to the root, with `/`, without `.` and `..`.',
    );
}
