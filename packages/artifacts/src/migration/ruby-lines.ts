import type { Span } from '@shipworthy/model';
import type { CodeToken } from '../formats/code/tokens.ts';

/** A statement of Ruby: one line, or several where the first ones show that they go on. */
export interface RubyLine {
  readonly tokens: readonly CodeToken[];
  readonly at: Span;
  /** Columns before the first word. By it the end of a block is told, as the formatters of the language leave it. */
  readonly indent: number;
}

/** Signs behind or before which a statement goes on. */
const GOES_ON = new Set([',', '(', '[', '{', '+', '\\', '=', '=>', '|']);

/** The statements of a text of Ruby. Strings and brackets that are open keep a statement open. */
export function rubyLines(text: string, tokens: readonly CodeToken[]): RubyLine[] {
  const lines: RubyLine[] = [];
  let current: CodeToken[] = [];
  let depth = 0;
  const finish = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first && last)
      lines.push({ tokens: current, at: [first.at[0], last.at[1]], indent: columnOf(text, first.at[0]) });
    current = [];
  };
  let end = 0;
  for (const token of tokens) {
    const before = current.at(-1);
    const broken = before !== undefined && text.slice(end, token.at[0]).includes('\n');
    const continued = before?.kind === 'sign' && GOES_ON.has(before.text) && !isBlockEnd(current);
    const chained = token.text.startsWith('.') || token.text === '&.';
    if (broken && depth <= 0 && !continued && !chained) {
      finish();
      depth = 0;
    }
    current.push(token);
    if (token.kind === 'sign') depth += '(['.includes(token.text) ? 1 : ')]'.includes(token.text) ? -1 : 0;
    // A heredoc's text lies behind the rest of its line.
    end = token.at[1];
  }
  finish();
  return lines;
}

/** `do |t|` and `{ |t|`: the bar ends the head of a block. */
const isBlockEnd = (tokens: readonly CodeToken[]): boolean => {
  const last = tokens.at(-1)?.text;
  if (last === '{') return true;
  return last === '|' && tokens.filter(({ text }) => text === '|').length >= 2;
};

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The lines inside the block or method that the line at `index` opens. */
export function blockOf(lines: readonly RubyLine[], index: number): readonly RubyLine[] {
  const head = lines[index];
  if (!head) return [];
  let end = index + 1;
  while (end < lines.length && (lines[end]?.indent ?? 0) > head.indent) end += 1;
  return lines.slice(index + 1, end);
}
