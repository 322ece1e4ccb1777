import type { SourceEntry } from '@shipworthy/model';

type EntryType = SourceEntry['type'];

/** Modes of the git index: a link and a commit of another repository; anything else is a file. */
function entryType(mode: string): EntryType {
  return mode === '120000' ? 'symlink' : mode === '160000' ? 'submodule' : 'file';
}

/** Sorted by path (code units; git's own order is by bytes), each path once. */
export function sortedEntries(byPath: ReadonlyMap<string, SourceEntry>): SourceEntry[] {
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Cuts off the first `count` fields of a record, which end with a space, and what follows them at the tab. */
function* records(output: Buffer): Generator<{ fields: readonly string[]; path: string }> {
  // Names that are not UTF-8 get replacement characters; two that become equal are listed once.
  const text = output.toString('utf8');
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\0', start);
    if (end === -1) end = text.length;
    const tab = text.indexOf('\t', start);
    if (tab !== -1 && tab < end) yield { fields: text.slice(start, tab).split(' '), path: text.slice(tab + 1, end) };
    start = end + 1;
  }
}

/**
 * Entries of `git ls-files -s -z` (`mode id stage TAB path NUL`). Of a conflicted path, which has up to three stages,
 * "ours" (2) decides. No blob ids: whether the file on disk still equals the index is not known without reading both.
 */
export function indexEntries(output: Buffer): Map<string, SourceEntry> {
  const entries = new Map<string, SourceEntry>();
  for (const { fields, path } of records(output)) {
    const [mode = '', , stage] = fields;
    if (stage === '2' || !entries.has(path)) entries.set(path, { path, type: entryType(mode) });
  }
  return entries;
}

/** Entries of `git ls-tree -r -z` (`mode type id TAB path NUL`). Ids are 40 or 64 hex digits. */
export function treeEntries(output: Buffer): Map<string, SourceEntry> {
  const entries = new Map<string, SourceEntry>();
  for (const { fields, path } of records(output)) {
    const [mode = '', , blob = ''] = fields;
    const type = entryType(mode);
    if (!entries.has(path)) entries.set(path, type === 'submodule' ? { path, type } : { path, type, blob });
  }
  return entries;
}

/** Paths of `git ls-files -o -z`. A name that ends in `/` is another repository inside this one: never entered. */
export function untrackedPaths(output: Buffer): { path: string; nested: boolean }[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => (name.endsWith('/') ? { path: name.slice(0, -1), nested: true } : { path: name, nested: false }));
}
