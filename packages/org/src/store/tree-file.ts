import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { StoredTree } from '../collect/stored-tree.ts';
import { writeWhole } from './write-whole.ts';

/** Raised when the form of what is kept of a tree changes; files of another version are as if they were not there. */
const VERSION = 1;

/** @throws SourceError when the disk does not take it. */
export function writeTree(file: string, tree: StoredTree): void {
  // The header of gzip holds no time here: the same tree gives the same bytes.
  writeWhole(file, gzipSync(JSON.stringify({ version: VERSION, tree })));
}

/** Undefined for what is not there, damaged, or of another version: it is then read from the repository again. */
export function readTree(file: string, id: string): StoredTree | undefined {
  try {
    const value: unknown = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
    return isTree(value, id) ? value.tree : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** gzip tells of damage; this tells of a file that is something else. */
function isTree(value: unknown, id: string): value is { readonly tree: StoredTree } {
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.tree)) return false;
  const { tree, entries, facts, texts, lines } = value.tree;
  return tree === id && Array.isArray(entries) && isRecord(facts) && isRecord(texts) && isRecord(lines);
}
