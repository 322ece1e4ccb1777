import wrapAnsi from 'wrap-ansi';

/**
 * Breaks `text` between words to lines of at most `width` columns, the first after `first`, the others after `rest`.
 * Both indents must be equally wide. A word wider than a line (an address, a path) stays whole, so that it can be copied.
 */
export function wrap(text: string, width: number, first: string, rest: string): string[] {
  const lines = wrapAnsi(text, Math.max(1, width - rest.length), { hard: false }).split('\n');
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}

/** `1 file`, `2 files`, `0 entries` with an explicit plural. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
