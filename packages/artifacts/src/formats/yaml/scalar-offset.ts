const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Offset in the raw text of a scalar of the character at `decoded` in its decoded text. Indentation, folding and line
 * ends differ between the two, so white space is skipped on both sides and everything else is walked in step.
 */
export function offsetInSource(raw: string, text: string, style: string, decoded: number): number {
  let position = 0;
  const end = Math.min(decoded, text.length);
  for (let index = 0; index < end; ) {
    const code = text.codePointAt(index) ?? 0;
    const isSpace = isWhiteSpace(code);
    index += code > 0xffff ? 2 : 1;
    position = skipFiller(raw, position, style, isSpace);
    if (isSpace && !isEscape(raw, position, style)) continue;
    position += unitLength(raw, position, style, code);
  }
  return Math.min(
    raw.length,
    end < text.length ? skipFiller(raw, position, style, isWhiteSpace(text.charCodeAt(end))) : position,
  );
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isEscape(raw: string, position: number, style: string): boolean {
  return style === 'double' && raw[position] === '\\';
}

/** White space that stands for nothing by itself, and escaped line ends. Before decoded white space it stays. */
function skipFiller(raw: string, from: number, style: string, beforeSpace: boolean): number {
  if (beforeSpace) return from;
  let position = from;
  for (;;) {
    if (isWhiteSpace(raw.charCodeAt(position))) position++;
    else if (isEscape(raw, position, style) && /[\r\n]/.test(raw[position + 1] ?? '')) position++;
    else return position;
  }
}

function unitLength(raw: string, position: number, style: string, code: number): number {
  if (isEscape(raw, position, style)) return ESCAPE_LENGTHS[raw[position + 1] ?? ''] ?? 2;
  if (style === 'single' && raw[position] === "'") return 2;
  return code > 0xffff ? 2 : 1;
}
