import { createHash } from 'node:crypto';

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

const checksum = (build: string, saves: number, payload: Uint8Array): string =>
  createHash('sha256').update(`${build} ${saves}\n`).update(payload).digest('base64url');

/** Undefined for whatever is not wholly as `encodeFactsFile` made it for this build: damaged, cut off, of another version. */
export function decodeFactsFile(bytes: Buffer, build: string): FactsFile | undefined {
  const end = bytes.indexOf(LINE_FEED);
  if (end < 0 || end > MAX_HEADER) return undefined;
  const [format, ofBuild, sum, saves = ''] = bytes.toString('latin1', 0, end).split(' ');
  if (format !== FORMAT || ofBuild !== build || !/^\d{1,9}$/.test(saves)) return undefined;
  const payload = bytes.subarray(end + 1);
  if (sum !== checksum(build, Number(saves), payload)) return undefined;
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

/** The header and the rest. `build` and the keys hold no spaces. */
export function encodeFactsFile({ saves, lines }: FactsFile, build: string): readonly [Uint8Array, Uint8Array] {
  const payload = Buffer.concat(
    [...lines].flatMap(([key, { save, json }]) => [Buffer.from(`${key} ${save} `), json, NEW_LINE]),
  );
  return [Buffer.from(`${FORMAT} ${build} ${checksum(build, saves, payload)} ${saves}\n`), payload];
}
