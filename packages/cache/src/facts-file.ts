import { createHash, type Hash } from 'node:crypto';

/**
 * The file: a header of one line, then one line for each key, `KEY SAVE JSON`; no JSON where a file holds nothing. JSON has
 * no raw line breaks. Lines are found without being parsed, and what a run does not ask for is never parsed.
 */
export interface StoredLine {
  /** The save that last used it. */
  readonly save: number;
  /** UTF-8 JSON, empty where the file holds nothing. A view of the whole. */
  readonly json: Uint8Array;
}

export interface FactsFile {
  /** How often this file was saved before. */
  readonly saves: number;
  readonly lines: ReadonlyMap<string, StoredLine>;
}

const FORMAT = 'shipworthy-facts/1';
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** A SHA-256 in base64url. */
export const KEY_LENGTH = 43;
/** Far above any header that is written here. */
const MAX_HEADER = 256;

const hashOf = (build: string, saves: number): Hash => createHash('sha256').update(`${build} ${saves}\n`);

/** Undefined for whatever is not wholly as `encodeFactsFile` made it for this build: damaged, cut off, of another version. */
export function decodeFactsFile(bytes: Buffer, build: string): FactsFile | undefined {
  const end = bytes.indexOf(LINE_FEED);
  if (end < 0 || end > MAX_HEADER) return undefined;
  const [format, ofBuild, sum, saves = ''] = bytes.toString('latin1', 0, end).split(' ');
  if (format !== FORMAT || ofBuild !== build || !/^\d{1,9}$/.test(saves)) return undefined;
  const payload = bytes.subarray(end + 1);
  if (sum !== hashOf(build, Number(saves)).update(payload).digest('base64url')) return undefined;
  return { saves: Number(saves), lines: linesOf(payload) };
}

function linesOf(payload: Buffer): Map<string, StoredLine> {
  const lines = new Map<string, StoredLine>();
  for (let start = 0; start < payload.length; ) {
    const found = payload.indexOf(LINE_FEED, start);
    const end = found < 0 ? payload.length : found;
    const space = payload.indexOf(SPACE, start + KEY_LENGTH + 1);
    const save = space < 0 || space > end ? Number.NaN : Number(payload.toString('latin1', start + KEY_LENGTH, space));
    if (Number.isSafeInteger(save))
      lines.set(payload.toString('latin1', start, start + KEY_LENGTH), {
        save,
        json: payload.subarray(space + 1, end),
      });
    start = end + 1;
  }
  return lines;
}

const NEW_LINE = Buffer.of(LINE_FEED);
/** Bytes that are put together before they are written. */
const CHUNK = 256 * 1024;

/**
 * The header and then the rest, in pieces that are each good until the next is asked for: the whole would take as much
 * memory again as the facts. `build` and the keys hold no spaces.
 */
export function* encodeFactsFile({ saves, lines }: FactsFile, build: string): Generator<Uint8Array, void, undefined> {
  const hash = hashOf(build, saves);
  for (const piece of piecesOf(lines)) hash.update(piece);
  yield Buffer.from(`${FORMAT} ${build} ${hash.digest('base64url')} ${saves}\n`);
  yield* piecesOf(lines);
}

function* piecesOf(lines: FactsFile['lines']): Generator<Uint8Array, void, undefined> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  for (const [key, { save, json }] of lines)
    for (const part of [Buffer.from(`${key} ${save} `), json, NEW_LINE]) {
      if (filled > 0 && filled + part.length > CHUNK) {
        yield chunk.subarray(0, filled);
        filled = 0;
      }
      if (part.length > CHUNK) yield part;
      else {
        chunk.set(part, filled);
        filled += part.length;
      }
    }
  if (filled > 0) yield chunk.subarray(0, filled);
}
