import type { SourceEntry } from '@shipworthy/model';
import { sortedEntries } from './sorted-entries.ts';

/** Modes start with their type: `120000` is a link, `160000` a commit of another repository, `100…` a file. */
function entryType(text: string, start: number): SourceEntry['type'] {
  switch (text[start + 1]) {
    case '2':
      return 'symlink';
    case '6':
      return 'submodule';
    default:
      return 'file';
  }
}

/**
 * Entries git listed in its own order. That is by bytes, which is by code units for ASCII; for other names it may not be,
 * and those that are not UTF-8 are decoded with replacement characters, so that two may have become equal.
 */
function gitOrdered(entries: SourceEntry[], text: string): SourceEntry[] {
  return /[\u0080-\uffff]/.test(text) ? sortedEntries(entries) : entries;
}

/** Calls back for each record `fields TAB path NUL` with the offsets of its fields in `text`. */
function eachRecord(text: string, record: (start: number, tab: number, path: string) => void): void {
  for (let start = 0; start < text.length; ) {
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\0', tab);
    if (tab === -1 || end === -1) return;
    record(start, tab, text.slice(tab + 1, end));
    start = end + 1;
  }
}

/** What the index lists. */
export interface IndexListing {
  readonly entries: SourceEntry[];
  /** Files that are to stay away from the disk (a sparse checkout), with the blobs that stand for them. */
  readonly kept: ReadonlyMap<string, string>;
}

/**
 * Entries of `git ls-files -t -s -z` (`tag mode id stage TAB path NUL`). Of a conflicted path, which has up to three stages,
 * "ours" (2) decides. Without blob ids unless they are asked for: whether a file on disk still equals the index is not known.
 */
export function indexListing(output: Buffer, blobs = false): IndexListing {
  const text = output.toString('utf8');
  const entries: SourceEntry[] = [];
  const kept = new Map<string, string>();
  eachRecord(text, (start, tab, path) => {
    const mode = start + 2;
    const type = entryType(text, mode);
    const entry: SourceEntry =
      blobs && type !== 'submodule' ? { path, type, blob: blobAt(text, mode, tab) } : { path, type };
    if (text[start] === KEPT && type === 'file') kept.set(path, blobAt(text, mode, tab));
    // The stages of one path stand next to each other.
    if (text[tab - 1] === '0' || entries.at(-1)?.path !== path) entries.push(entry);
    else if (text[tab - 1] === '2') entries[entries.length - 1] = entry;
  });
  return { entries: gitOrdered(entries, text), kept };
}

/** The tag of "skip-worktree". */
const KEPT = 'S';

/** Between the first blank and the stage. */
const blobAt = (text: string, start: number, tab: number): string =>
  text.slice(text.indexOf(' ', start) + 1, text.lastIndexOf(' ', tab));

/** Entries of `git ls-tree -r -z` (`mode type id TAB path NUL`). Ids are 40 or 64 hex digits. */
export function treeEntries(output: Buffer): SourceEntry[] {
  const text = output.toString('utf8');
  const entries: SourceEntry[] = [];
  eachRecord(text, (start, tab, path) => {
    const type = entryType(text, start);
    const blob = text.slice(text.lastIndexOf(' ', tab) + 1, tab);
    entries.push(type === 'submodule' ? { path, type } : { path, type, blob });
  });
  return gitOrdered(entries, text);
}

/** Paths of `git ls-files -o -z`. A name that ends in `/` is another repository inside this one: never entered. */
export function untrackedPaths(output: Buffer): { path: string; nested: boolean }[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => (name.endsWith('/') ? { path: name.slice(0, -1), nested: true } : { path: name, nested: false }));
}

/** Folders that git warns it could not open while it looked for untracked files (`LC_ALL=C`). */
export function unseenFolders(stderr: string): { path: string; why: string }[] {
  return [...stderr.matchAll(/^warning: could not open directory '(.+)\/': (.+)$/gm)].map(
    ([, path = '', why = '']) => ({
      path,
      why: why.toLowerCase(),
    }),
  );
}
