const CUT = '…';

/** The text within so many bytes of UTF-8; a longer one ends in `…`, between two characters. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // Decoded as a stream, the bytes of a character that was cut in two are held back.
  const kept = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(CUT));
  return new TextDecoder().decode(kept, { stream: true }) + CUT;
}

/** The text within so many UTF-16 units; a longer one ends in `…`, never in half a character. */
export function cutToCharacters(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return text.slice(0, characters - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}
