import type { SourceEntry } from '@shipworthy/model';

/** Sorted by path (code units), each path once: the first of equals. */
export function sortedEntries(entries: readonly SourceEntry[]): SourceEntry[] {
  const first = new Map<string, SourceEntry>();
  for (const entry of entries) if (!first.has(entry.path)) first.set(entry.path, entry);
  return [...first.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The entry of a path in a sorted listing, if it is listed. */
export function entryAt(entries: readonly SourceEntry[], path: string): SourceEntry | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry === undefined || entry.path === path) return entry;
    if (entry.path < path) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
