import type { ReadFailure, SourceEntry } from '@shipworthy/model';

/** Why an entry is not read whatever it holds: links and submodules never are, nor is a path that was not listed. */
export function refusal(type: SourceEntry['type'] | undefined): ReadFailure | undefined {
  switch (type) {
    case 'file':
      return undefined;
    case 'symlink':
      return { reason: 'not-a-file', detail: 'a symbolic link, which is not followed' };
    case 'submodule':
      return { reason: 'not-a-file', detail: 'another repository, which is not entered' };
    case undefined:
      return { reason: 'absent', detail: 'not part of the listing' };
  }
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
