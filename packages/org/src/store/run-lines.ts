import { closeSync, openSync, readSync } from 'node:fs';

/** One line of a file: where it begins and how many bytes it has, without its line feed. */
export interface Line {
  readonly at: number;
  readonly length: number;
}

/** Bytes read at once. */
const PIECE = 1 << 16;

/**
 * The whole lines of a file, one after the other, so that a file of any size takes the memory of its longest line; what follows
 * the last line feed was cut off and is none.
 * @throws what the file system does
 */
export function* linesOf(file: string): Generator<Line & { readonly text: string }, void, undefined> {
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let begun: Buffer[] = [];
    let at = 0;
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end >= 0 && end < read; end = piece.indexOf(LINE_FEED, start)) {
        const bytes = Buffer.concat([...begun, piece.subarray(start, end)]);
        yield { at, length: bytes.length, text: bytes.toString('utf8') };
        at += bytes.length + 1;
        begun = [];
        start = end + 1;
      }
      // The piece is read into again.
      begun.push(Buffer.from(piece.subarray(start, read)));
    }
  } finally {
    closeSync(handle);
  }
}

const LINE_FEED = 0x0a;

/** @throws what the file system does */
export function textOf(file: string, { at, length }: Line): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const read = readSync(handle, bytes, done, length - done, at + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
