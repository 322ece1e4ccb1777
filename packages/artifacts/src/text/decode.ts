import { isAscii } from 'node:buffer';
import { FileBytes } from './file-bytes.ts';

/** Bytes as text, with what had to be assumed. */
export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' }
  /** Not valid UTF-8; read as Windows-1252, which accepts every byte. */
  | { readonly text: string; readonly encoding: 'windows-1252' }
  | { readonly encoding: 'binary' };

/** git calls a file binary when a NUL stands in its first 8,000 bytes; so do we. */
const BINARY_PROBE_BYTES = 8000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a text file; the byte order mark is dropped, so offsets count from the first character that is shown.
 * @param searched the same bytes, where they were searched before
 */
export function decodeText(bytes: Uint8Array, searched = new FileBytes(bytes)): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const probe = bytes.subarray(0, BINARY_PROBE_BYTES);
  if (probe.includes(0)) return { encoding: 'binary' };
  // Most files are ASCII, which needs no decoding but a copy, and most of these were searched already.
  if (isAscii(bytes)) return { text: searched.latin1, encoding: 'utf-8' };
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
