/** Lines that begin something of their own: a heading, a quote, a table, an element, an item, a rule. */
const BEGINS = /^\s*(?:#{1,6} |>|\||<|(?:[-*+]|\d{1,9}[.)]) |(?:[-*_] *){3,}$|={3,}$|:?-{3,})/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HARD_BREAK = / {2}$|\\$/;
/** Lines that no text is joined to: headings, tables and elements end with their line. */
const CLOSED = /^\s*(?:#{1,6} |\||<|(?:[-*_] *){3,}$)/;

/**
 * Markdown with each paragraph on a line of its own: where people talk (comments, output of checks) GitHub shows every end
 * of a line as one, and what was wrapped for an editor falls apart. Code, tables and lists stay as they are.
 */
export function unwrapped(markdown: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const marker = FENCE.exec(line)?.[1] ?? '';
    const before = lines.at(-1) ?? '';
    const goesOn = fence === '' && marker === '' && isText(line) && canGoOn(before);
    if (goesOn) lines[lines.length - 1] = `${before} ${line.trim()}`;
    else lines.push(line);
    if (fence === '') fence = marker;
    else if (marker.startsWith(fence)) fence = '';
  }
  return lines.join('\n');
}

/** Indented by four or more it may be code. */
const isText = (line: string): boolean => line.trim() !== '' && !BEGINS.test(line) && !/^(?: {4}|\t)/.test(line);

const canGoOn = (line: string): boolean =>
  line.trim() !== '' && !CLOSED.test(line) && !FENCE.test(line) && !HARD_BREAK.test(line) && !/^(?: {4}|\t)/.test(line);
