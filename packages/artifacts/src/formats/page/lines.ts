/** One line of a text; `end` is before its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Without trailing white space. */
  readonly text: string;
  /** Units of white space before the text. */
  readonly indent: number;
}

/** Lines of a text with their offsets; CRLF and LF. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const line = text.slice(start, end).trimEnd();
    lines.push({ start, end, text: line, indent: line.length - line.trimStart().length });
    start = stop + 1;
  }
  return lines;
}
