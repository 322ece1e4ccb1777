import type { FileFacts } from './kinds.ts';

/**
 * Facts that an earlier run read from files. A key names everything that facts depend on, so that what is recalled is what
 * reading again would give. Neither call throws or waits: a cache that cannot be read knows nothing.
 */
export interface FactsCache {
  /** What was kept under the key for this path: `null` when the file was read and holds nothing, undefined when not known. */
  recall(key: string, path: string): FileFacts | null | undefined;
  /** The facts are taken as they are now; whoever holds them may go on. */
  keep(key: string, facts: FileFacts | null): void;
}
