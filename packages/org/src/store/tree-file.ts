import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync } from 'node:zlib';
import type { StoredTree } from '../collect/stored-tree.ts';
import { writeWhole } from './write-whole.ts';

/** Raised when the form of what is kept of a tree changes; files of another version are as if they were not there. */
const VERSION = 2;

/** Characters that are compressed at once: the text of a large tree is tens of megabytes, and is never made as a whole. */
const PIECE = 1 << 16;

/**
 * A line for the tree, one for the facts of each file, one for the lines of each blob.
 * @throws SourceError when the disk does not take it.
 */
export async function writeTree(file: string, tree: StoredTree): Promise<void> {
  // The header of gzip holds no time here: the same tree gives the same bytes.
  const packed = await buffer(Readable.from(inPieces(linesOf(tree))).compose(createGzip()));
  writeWhole(file, packed);
}

type Said =
  | { readonly version: number; readonly tree: Omit<StoredTree, 'facts' | 'lines'> }
  | { readonly key: string; readonly facts: StoredTree['facts'][string] }
  | { readonly blob: string; readonly lines: StoredTree['lines'][string] };

function* linesOf({ facts, lines, ...tree }: StoredTree): Generator<Said, void, undefined> {
  yield { version: VERSION, tree };
  for (const [key, of] of Object.entries(facts)) yield { key, facts: of };
  for (const [blob, of] of Object.entries(lines)) yield { blob, lines: of };
}

function* inPieces(lines: Iterable<Said>): Generator<string, void, undefined> {
  let piece = '';
  for (const line of lines) {
    piece += `${JSON.stringify(line)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Undefined for what is not there, damaged, or of another version: it is then read from the repository again. */
export function readTree(file: string, id: string): StoredTree | undefined {
  try {
    return treeOf(gunzipSync(readFileSync(file)), id);
  } catch {
    return undefined;
  }
}

/** gzip tells of damage; this tells of a file that is something else. @throws SyntaxError for a line that is no JSON */
function treeOf(bytes: Buffer, id: string): StoredTree | undefined {
  const facts: Record<string, StoredTree['facts'][string]> = {};
  const lines: Record<string, StoredTree['lines'][string]> = {};
  let tree: Omit<StoredTree, 'facts' | 'lines'> | undefined;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf('\n', start);
    const said: unknown = JSON.parse(bytes.toString('utf8', start, end < 0 ? bytes.length : end));
    start = end < 0 ? bytes.length : end + 1;
    if (!tree) {
      if (!isHead(said, id)) return undefined;
      tree = said.tree;
    } else if (isFacts(said)) facts[said.key] = said.facts;
    else if (isLines(said)) lines[said.blob] = said.lines;
  }
  return tree && { ...tree, facts, lines };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Head = Extract<Said, { readonly version: number }>;

function isHead(value: unknown, id: string): value is Head {
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.tree)) return false;
  const { tree, entries, texts } = value.tree;
  return tree === id && Array.isArray(entries) && isRecord(texts);
}

const isFacts = (value: unknown): value is Extract<Said, { readonly key: string }> =>
  isRecord(value) && typeof value.key === 'string' && (value.facts === null || isRecord(value.facts));

const isLines = (value: unknown): value is Extract<Said, { readonly blob: string }> =>
  isRecord(value) && typeof value.blob === 'string' && Array.isArray(value.lines);
